/** What no list of divisions says: other names in use, and which short forms are safe. Facts of public life, kept by hand. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter(word => word !== "");

/** Divisions in the official list that are no divisions: development zones and the headings of directly governed counties. */
export const pseudoDivision =
  /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$|(?:开发区|园区|管理区|示范区|实验区|聚集区|创意园区|管委会|名胜区|食品区)$/;

/** New areas in the list of divisions that are zones with an administration, not divisions. */
export const zoneNames = new Set(
  words(`
  北戴河新区 邯郸冀南新区 沧州渤海新区 衡水滨湖新区 镇江新区 德州天衢新区 兰州新区 保定白沟新城`),
);

/** Other names of provinces and prefectures. */
export const otherNames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    150000: ["内蒙"],
    513200: ["阿坝藏羌自治州"],
    652700: ["博州"],
    653000: ["克州"],
    222400: ["延边自治州"],
  }),
);

/** Former names of today's divisions, where the area stayed the same. */
export const formerNames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    420600: ["襄樊市", "襄樊"],
    530800: ["思茅市", "思茅地区"],
    540200: ["日喀则地区"],
    540300: ["昌都地区"],
    540400: ["林芝地区"],
    540500: ["山南地区"],
    540600: ["那曲地区"],
    650400: ["吐鲁番地区"],
    650500: ["哈密地区"],
    520500: ["毕节地区"],
    520600: ["铜仁地区"],
    630200: ["海东地区"],
    441803: ["清新县"],
    370116: ["莱芜市"],
    441704: ["阳东县"],
    445103: ["潮安县"],
    445203: ["揭东县"],
    441204: ["高要市"],
    440114: ["花都市"],
    440117: ["从化市"],
    440118: ["增城市"],
    110118: ["密云县"],
    110119: ["延庆县"],
    310151: ["崇明县"],
    330111: ["富阳市"],
    330112: ["临安市"],
    320115: ["江宁县"],
    320117: ["溧水县"],
    320118: ["高淳县"],
    370215: ["即墨市"],
    370114: ["章丘市"],
  }),
);

/** Prefectures whose short form is an ordinary word, a person's name, or another place as often. */
export const riskyPrefectures = new Set(
  words(`
  朝阳 白银 日照 来宾 大同 中山 海北 海西 海南 黄南 山南 阿里 德州 吉林 安康 文山 兴安 和田 红河`),
);

/** County-level divisions known well enough by their short form alone, which is nothing else. */
export const famousCounties = new Set(
  words(`
  海淀 丰台 房山 顺义 昌平 怀柔 平谷 密云 延庆 宝坻 武清 蓟州 浦东 徐汇 闵行 嘉定 松江 青浦 奉贤 崇明 虹口 杨浦 静安
  番禺 从化 增城 花都 越秀 荔湾 海珠 黄埔 福田 罗湖 宝安 龙岗 坪山 顺德 禅城 三水 萧山 余杭 富阳 临平 鄞州 奉化 镇海 北仑
  义乌 昆山 江阴 常熟 慈溪 余姚 晋江 石狮 福清 温岭 乐清 诸暨 海宁 桐乡 平湖 嵊州 瑞安 龙港 苍南 宜兴 溧阳 太仓 如皋 启东 邳州
  胶州 即墨 平度 寿光 青州 诸城 滕州 曲阜 邹城 荣成 招远 莱州 莱芜 章丘 巩义 荥阳 新郑 登封 兰考 济源 仙桃 潜江 宜都 枝江
  浏阳 醴陵 韶山 瑞金 共青城 景洪 瑞丽 腾冲 敦煌 格尔木 库尔勒 石河子 阿拉尔 伊宁 涿州 霸州 迁安 任丘 正定 容城 雄县 安新
  黄陂 新洲 渝中 渝北 涪陵 万州 黔江 綦江 璧山 铜梁 潼南 荣昌 垫江 奉节 双流 郫都 温江 新都 简阳 彭州 崇州 邛崃 仁怀 赤水
  平潭 闽侯 上杭 长汀 武夷山 琼海 文昌 万宁 五指山 澄迈 陵水 博鳌 珲春 延吉 绥芬河 满洲里 二连浩特 抚远 漠河 霍尔果斯
  英德 连州 台山 开平 恩平 鹤山 四会 廉江 雷州 吴川 高州 化州 信宜 陆丰 海丰 普宁 罗定 兴宁 乐昌 南雄
  义县 宁乡 凭祥 东兴 岑溪 北流 桂平 靖西`),
);

/** County-level divisions that the word list takes for places only, but whose short form people and things bear too. */
export const riskyCounties = new Set(
  words(`
  紫阳 祥云 咸丰 甘泉 祁连 永昌 永德 永善 永兴 永安 永寿 建昌 云阳 兴隆 新昌 青田 乐昌 广昌 德昌 周宁 黄陵 屏山 横峰 清水河 四会 镶黄
  牛首山 三都 平塘 榆树 龙井 柳河 东阳 丹阳 青阳 汾阳 庐山 桐柏 巴塘 凤阳 乌兰 华池 洛川 宾川 伊川 汉川 利川 延川 青川 宜川
  永康 大埔 青山湖 东西湖 岳阳楼 双台子 太子河 龙子湖 梁子湖 清江浦`),
);

/** Divisions whose full name is also an ordinary word or the name of many other places. */
export const riskyFullNames = new Set(
  words(`
  城区 郊区 矿区 东区 西区 南区 北区 中区 新城区 老城区 港口区 海港区 市中区 城中区 城东区 城西区 城北区 城关区 城厢区 江北区
  河东区 河西区 新市区 湖区 东市区 和平区 解放区 友好区 站前区 江南区 中西区 离岛区 山区 平房区 新区 台江区 江岸区 江海区 和县 成县`),
);

/** Townships and districts of Taiwan whose short form is nothing else, and is in use. */
export const famousTownships = new Set(
  words(`
  板桥 汐止 三芝 莺歌 瑞芳 贡寮 坪林 乌来 平溪 芦洲 中坜 杨梅 芦竹 龟山 沙鹿 梧栖 大甲 丰原 雾峰 后里 神冈 潭子
  麻豆 佳里 善化 新营 归仁 柳营 楠西 楠梓 凤山 冈山 左营 苓雅 旗山 美浓 旗津 茄萣 那玛夏 甲仙 路竹 仁武 七堵   竹北 竹东 湖口 芎林 头份 竹南 苑里 通霄 鹿港 员林 二林 草屯 埔里 斗六 虎尾 西螺 麦寮 古坑 朴子 民雄
  阿里山 恒春 枋寮 枋山 万峦 三地门 罗东 苏澳 礁溪 壮围 太麻里 卑南 兰屿 绿岛 马公 玉里 瑞穗 士林 北投 内湖 万华 西屯 北屯 南屯`),
);
