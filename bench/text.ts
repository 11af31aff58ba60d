import type { Page } from "../src/model/page.js";

/**
 * Pages for measuring: news of a few kilobytes each, made of our own sentences with names drawn from lists. The same
 * `bytes` give the same pages, on every machine. As in real news, about half of the sentences name something.
 */
export function* benchPages(bytes: number): Generator<Page> {
  const draw = randomNumbers(20210809);
  for (let written = 0, number = 1; written < bytes; number++) {
    const page = benchPage(number, draw);
    written += Buffer.byteLength(page.text);
    yield page;
  }
}

type Draw = (below: number) => number;

/** mulberry32, a small generator of pseudo-random numbers with a seed. */
function randomNumbers(seed: number): Draw {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const PAGE_CHARACTERS = 950;

function benchPage(number: number, draw: Draw): Page {
  const sentences = draw(3) === 0 ? TRADITIONAL : SIMPLIFIED;
  const title = filled(sentences[draw(8)] as string, draw).replace("。", "");
  const date = `${2018 + draw(7)}-${twoDigits(1 + draw(12))}-${twoDigits(1 + draw(28))}`;
  let text = `${title}\n${date} 来源:示例日报\n`;
  while (text.length < PAGE_CHARACTERS) text += paragraph(sentences, draw);
  const id = `bench-${number}`;
  return { id, path: `${id}.txt`, text, isClean: false, problems: [] };
}

function paragraph(sentences: readonly string[], draw: Draw): string {
  const count = 2 + draw(4);
  const drawn = Array.from({ length: count }, () => filled(sentences[draw(sentences.length)] as string, draw));
  return `${drawn.join("")}\n`;
}

function filled(sentence: string, draw: Draw): string {
  return sentence.replace(/[A-Z]/g, slot => (SLOTS[slot] as (draw: Draw) => string)(draw));
}

const oneOf = (words: readonly string[]) => (draw: Draw) => words[draw(words.length)] as string;
const letters = (words: string) => oneOf(words.split(" "));

/** What the capital letters in the sentences below stand for. */
const SLOTS: Readonly<Record<string, (draw: Draw) => string>> = {
  C: letters(
    "广州市 深圳市 珠海市 佛山市 东莞市 中山市 江门市 惠州市 肇庆市 清远市 韶关市 汕头市 湛江市 南宁市 成都市 重庆市 武汉市 长沙市 南京市 苏州市 杭州市 宁波市 合肥市 济南市 青岛市 郑州市 西安市 昆明市 贵阳市 福州市 厦门市 南昌市 天津市 大连市",
  ),
  P: letters(
    "广东省 四川省 湖北省 湖南省 江苏省 浙江省 安徽省 山东省 河南省 陕西省 云南省 贵州省 福建省 江西省 河北省 辽宁省",
  ),
  T: letters(
    "臺北市 新北市 桃園市 臺中市 臺南市 高雄市 基隆市 新竹市 嘉義市 宜蘭縣 彰化縣 南投縣 屏東縣 花蓮縣 臺東縣",
  ),
  N: draw =>
    `${letters("王 李 张 刘 陈 杨 黄 赵 周 吴 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 邓 冯 韩 曹")(draw)}${letters("志强 晓明 建国 文华 丽娟 海涛 永红 国栋 雪梅 立新 伟 敏 静 磊 洋 杰 宏达 春生 佳慧 思远 明哲 家豪")(draw)}`,
  M: draw =>
    `${letters("陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 謝 郭 洪 邱 曾 廖 賴 徐 周 葉 蘇 莊 呂 江 何 蕭 羅 高")(draw)}${letters("志明 淑芬 俊傑 雅婷 建宏 美玲 家豪 怡君 宗翰 佳穎 文雄 惠美 冠宇 欣怡 承恩 秀英")(draw)}`,
  O: letters(
    "发展改革局 财政局 教育局 住房和城乡建设局 交通运输局 生态环境局 科学技术局 商务局 农业农村局 文化广电旅游局 卫生健康委员会 应急管理局",
  ),
  G: letters("交通局 文化局 教育局 衛生局 環境保護局 經濟發展局 都市發展局 社會局 觀光旅遊局 農業局 水利局 勞工局"),
  J: letters("市长 副市长 常务副市长 市委书记 局长 副局长 主任 副主任"),
  K: letters("局長 副局長 處長 科長 主任委員"),
  L: letters(
    "《数字经济发展规划》 《乡村振兴促进条例》 《城市更新行动方案》 《营商环境优化措施》 《综合立体交通网规划》 《海洋生态保护条例》 《人才安居办法》 《制造业高质量发展若干意见》",
  ),
  V: letters("印发 发布 出台 公布 实施"),
  W: letters("产业园 高新技术产业开发区 经济技术开发区 综合保税区 科技创新走廊"),
  E: letters("招商推介会 科技成果交易会 文化旅游节 经贸合作洽谈会 高质量发展大会 青年创业论坛"),
  R: letters("城际铁路 跨江大桥 环城高速公路 轨道交通三号线 污水处理厂 抽水蓄能电站 智慧停车平台"),
  D: draw => `${1 + draw(12)}月${1 + draw(28)}日`,
  Q: draw => `${2 + draw(900)}${letters("亿元 万元 公里 平方公里 家 个 万人次 万吨")(draw)}`,
  X: draw => `${1 + draw(30)}.${draw(10)}%`,
};

const SIMPLIFIED: readonly string[] = [
  "D，C人民政府V了L。",
  "C与C签署合作协议。",
  "C委书记N在CW调研。",
  "P省长N出席E开幕式。",
  "CO介绍，今年上半年全市完成投资Q，同比增长X。",
  "C副市长N表示，将加快推进R建设。",
  "D，E在C举行，来自各地的代表参加。",
  "P人民政府批复同意设立CW。",
  "CO局长N说，L的实施让企业办事更方便。",
  "R全长Q，连接C和C，预计明年通车。",
  "记者了解到，不少居民下班以后会到江边的步道走一走。",
  "与去年同期相比，这里的客流明显多了起来。",
  "一位负责人说，接下来还有很多细致的工作要做。",
  "为了让老人少跑路，社区把窗口搬到了楼下。",
  "雨后的山村空气清新，田里的稻子已经开始泛黄。",
  "过去办一件事要跑好几个部门，现在一次就能办完。",
  "企业负责人告诉记者，订单已经排到了明年春天。",
  "专家认为，这一做法值得其他地方借鉴。",
  "会议强调，要坚持问题导向，把群众的事情办好。",
  "据统计，全年接待游客Q，旅游收入Q。",
  "在车间里，工人们正在赶制一批即将出口的零件。",
  "孩子们在操场上奔跑，笑声传得很远。",
  "J表示，下一步要把责任落实到每一个环节。",
  "项目建成以后，周边居民的出行时间将大大缩短。",
  "今年以来，当地还为小微企业减免租金Q。",
  "相关工作正在有序推进，进展情况将及时向社会公布。",
];

const TRADITIONAL: readonly string[] = [
  "T政府今日舉行說明會，由GK M主持。",
  "T長M出席開幕典禮，期盼活動帶動地方觀光。",
  "T政府G表示，今年補助經費共Q。",
  "TG局長M說明，工程預計明年完工。",
  "T與T簽署合作備忘錄。",
  "T長M今天前往市場視察，關心攤商的生意。",
  "行政院核定T的捷運建設計畫，總經費Q。",
  "D，燈會在T登場，吸引許多民眾前來。",
  "運輸署表示，新路線下月起投入服務。",
  "發言人說，當局會繼續留意市場的變化。",
  "現場準備了許多小點心，大小朋友都玩得很開心。",
  "天氣轉涼，請民眾出門多加一件外套。",
  "有居民反映，路口的號誌秒數太短，長者過馬路來不及。",
  "店家說，這幾個月的來客數比去年多了一成。",
  "主辦單位提醒，停車位有限，請多利用大眾運輸。",
  "老師帶著學生走進社區，聽長輩說從前的故事。",
  "活動到月底為止，歡迎大家帶家人一起參加。",
  "K表示，之後還會增加班次，讓上下班更方便。",
];

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
