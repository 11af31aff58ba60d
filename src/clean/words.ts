/**
 * Why a line that holds nothing but the words of a site's menus and buttons is no text, or undefined. Names of channels
 * (財經, 教育) are words of the language, too: only three or more of them in a line make a menu.
 */
export function reasonOfWords(line: string): string | undefined {
  if (line.length > LONGEST_MENU) return undefined;
  const words = line.split(SEPARATORS).filter(word => word && !/^\d+$/u.test(word));
  if (words.length === 0 || words.some(word => !MENU.has(word) && !BUTTONS.has(word) && !CHANNELS.has(word)))
    return undefined;
  if (words.every(word => BUTTONS.has(word))) return "share-bar";
  return words.length >= 3 || words.some(word => !CHANNELS.has(word)) ? "navigation" : undefined;
}

/** True for a line that is the name of a channel. A few of them one below the other are a menu. */
export function isChannel(line: string): boolean {
  return CHANNELS.has(line) || MENU.has(line);
}

const LONGEST_MENU = 200;
const SEPARATORS = /[\s|｜/／、·•>›»＞[\]【】()（）:：\-—_]+/u;

const MENU = new Set(
  "首页 首頁 主页 主頁 网站首页 網站首頁 本站首页 设为首页 設為首頁 加入收藏 手机版 手機版 电脑版 電腦版 移动版 客户端 手机客户端 APP下载 登录 登入 登錄 注册 註冊 会员中心 會員中心 退出 搜索 搜尋 站内搜索 站內搜尋 高级搜索 检索 查询 网站地图 網站地圖 网站导航 網站導航 网站导覽 網站導覽 RSS RSS订阅 RSS訂閱 订阅 訂閱 English EN 英文版 简体 繁体 简体中文 繁體中文 簡體 繁體 简体版 繁體版 无障碍 无障碍浏览 無障礙 长者模式 关怀版 关于我们 關於我們 關于我們 联系我们 聯繫我們 聯系我們 聯絡我們 广告服务 廣告服務 广告招商 廣告招商 诚聘英才 誠聘英才 人才招聘 加入我们 加入我們 网站声明 網站聲明 免责声明 免責聲明 法律声明 法律聲明 版权声明 版權聲明 隐私政策 隱私政策 隱私權政策 隱私權保護政策 隱私權及安全政策 資訊安全政策 服务条款 服務條款 使用条款 使用條款 友情链接 友情連結 意见反馈 意見反饋 常见问题 常見問題 帮助中心 幫助中心 返回 返回首页 返回首頁 返回顶部 返回頂部 回到顶部 回到頂部 回首頁 回上頁 回上一頁 TOP Top 上一页 下一页 上一頁 下一頁 尾页 末页 更多 新闻中心 新聞中心 产品展示 產品展示 产品中心 公司简介 公司簡介 互动交流 互動交流 政务公开 政務公開 政务服务 政務服務 信息公开 資訊公開 办事服务 走进 在线留言 在線留言 留言板 政府信息公开 数据开放 专题专栏 正文".split(
    " ",
  ),
);

const BUTTONS = new Set(
  "分享 分享到 分享至 一键分享 微信 微信好友 微博 新浪微博 腾讯微博 騰訊微博 QQ QQ空间 QQ空間 QQ好友 朋友圈 微信朋友圈 人人网 豆瓣 Facebook facebook FB Twitter twitter X LINE Line line Plurk Telegram WhatsApp Email E-mail email 邮件 電郵 复制链接 複製連結 複製鏈接 收藏 打印 打印本页 列印 友善列印 轉寄 转发 轉發 关闭 關閉 关闭窗口 關閉視窗 我要纠错 纠错 糾錯 点赞 點讚 赞 讚 评论 評論 大 中 小 默认 字号 字號 字体 字體 字級 放大 缩小 字体大小 语音播报 朗读 扫一扫 举报 舉報 +1 A A+ A- 特大 超大".split(
    " ",
  ),
);

const CHANNELS = new Set(
  "新闻 新聞 要闻 要聞 国内 國內 国际 國際 社会 社會 财经 財經 经济 經濟 科技 房产 房產 汽车 汽車 教育 旅游 旅遊 娱乐 娛樂 体育 體育 健康 军事 軍事 文化 生活 时尚 時尚 游戏 遊戲 图片 圖片 视频 視頻 影音 论坛 論壇 博客 评论 評論 专题 專題 股票 基金 理财 理財 数码 數碼 家居 美食 女性 亲子 親子 历史 歷史 读书 讀書 公益 法治 地方 港澳 台湾 臺灣 政治 两岸 兩岸 产业 產業 资讯 資訊 政策 公告 时政 時政 民生 党建 招聘 招商 直播".split(
    " ",
  ),
);
