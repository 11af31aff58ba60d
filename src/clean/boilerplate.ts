import type { Line } from "./lines.js";

/** A kind of line that surrounds a text without belonging to it. */
export interface Boilerplate {
  /** In kebab-case, as `dropped` lists it. */
  readonly reason: string;
  /** Longer lines are not looked at. */
  readonly longest: number;
  readonly pattern: RegExp;
}

/** Why a line is no part of the text wherever it stands, or undefined. */
export function boilerplateReason(line: Line): string | undefined {
  return reasonIn(ANYWHERE, line);
}

/** Why a line is no part of the text when no paragraph comes after it, or undefined. */
export function footerReason(line: Line): string | undefined {
  return reasonIn(AT_END, line);
}

/** True for the heading of a list of links: what follows it, up to the next paragraph, belongs to it. */
export function headsLinks(line: Line): boolean {
  return line.text.length <= 30 && LINKS_HEADING.test(line.text);
}

function reasonIn(kinds: readonly Boilerplate[], line: Line): string | undefined {
  return kinds.find(kind => line.text.length <= kind.longest && kind.pattern.test(line.text))?.reason;
}

const LINKS_HEADING =
  /^[【\[■●▪◆▶>|\s]*(?:[相][關关](?:[閱阅][讀读]|新[聞闻]|[報报][道導导]|文章|[鏈链][接結结]|推[薦荐]|[資资][訊讯])|延伸[閱阅][讀读]|推[薦荐][閱阅][讀读]|精彩推[薦荐]|精彩[內内]容|[編编][輯辑]推[薦荐]|[熱热][門门點点](?:推[薦荐]|文章|新[聞闻]|[資资][訊讯]|[標标][籤签簽]|搜[尋索]|[專专][題题])|最新(?:文章|新[聞闻]|[資资][訊讯]|消息|[報报][道導])|猜你喜[歡欢]|[為为]您推[薦荐]|大家都在看|今日(?:推[薦荐]|[頭头][條条]|[熱热][點点])|[點点][擊击]排行|[圖图]片新[聞闻]|[新排][聞行]榜|[閱阅][讀读]排行|更多(?:新[聞闻]|文章|[資资][訊讯]|精彩)|友情[鏈链連连][接結结]|[網网]友[評评][論论]|最新[評评][論论]|[發发]表[評评][論论])[】\]:：>»\s.…]*(?:更多[>»\s.…]*)?$/u;

const LABEL_END = "[】\\]\\s]{0,3}[:：]";

const ANYWHERE: readonly Boilerplate[] = [
  {
    reason: "navigation",
    longest: 120,
    pattern: /^(?:[您你]?(?:的|[現现]在的|[當当]前|目前|所在)?(?:所在)?位置\s?[:：是]|[當当]前位置|[首主][頁页]\s?[>›»＞\/|｜\-→·]|[首主][頁页]$|網站首[頁页]$|网站首页$|[^，。；]{0,30}[>›»＞]\s?(?:正文|[內内]容|[詳详][細细情])$|返回(?:首[頁页]|[頂顶]部|列表|上一[頁页]|主[頁页])|回(?:首[頁页]|[頂顶]部|上一[頁页]|列表)|[跳移](?:到|至)主要[內内]容|:::|上一[篇則则條条頁页][:：\s]?|下一[篇則则條条頁页][:：\s]?|更多\s?[>»›]+$|[點点][擊击][閱阅]?[讀读查]?(?:看|全文|原文)+$|展[開开]全文$|[閱阅][讀读](?:全文|原文)$|加[載载]更多$|[關关][閉闭](?:窗口|[視视]窗)?$|【?(?:打印|列印|[關关][閉闭])】?$)/u,
  },
  {
    reason: "share-bar",
    longest: 120,
    pattern: /^[【\[]?(?:分享(?:到|至|[:：]|$)|一[鍵键]分享|[轉转]發到|友善列印|字[體体號号][級级大]?[:：\s]|字[級级][:：大\s]|[掃扫]一[掃扫](?:在|分享|[關关]))|^(?:(?:微信|微博|新浪微博|[騰腾][訊讯]微博|QQ空[間间]|QQ好友|朋友圈|Facebook|Twitter|LINE|Line|Plurk|[複复][製制][鏈链連][接結]|收藏|列印|打印|[轉转]寄|分享|[評评][論论]|[點点][讚赞]|大|中|小|\d{1,6})[\s|｜、·/]*){3,}$/u,
  },
  {
    reason: "tags",
    longest: 120,
    pattern: new RegExp(`^[【\\[]?(?:[文]?[標标][簽籤签]|[關关][鍵键][詞词字]|Tags?|TAGS?|tags?)${LABEL_END}`, "u"),
  },
  {
    reason: "editor-line",
    longest: 80,
    pattern: new RegExp(`^[（(【\\[]?\\s?(?:[責责]任?[編编](?:[輯辑])?|本文[責责][編编]|[責责]任校[對对]|[編编][輯辑審审]|[審审][核校](?:人)?|[校][對对]|[監监][製制審审]|[網网][絡络]?[編编][輯辑])${LABEL_END}`, "u"),
  },
  {
    reason: "advert",
    longest: 100,
    pattern: /^[【\[（(]?(?:[廣广]告(?:位|[內内]容|推[廣广]|招商|合作|投放|也精彩)?|[贊赞]助[商內内]?容?|推[廣广][內内]?容?|Advertisement|ADVERTISEMENT|advertisement|AD|Sponsored)[】\]）)]?(?:[:：].{0,80})?$|^(?!.*。).*(?:[長长]按|[掃扫](?:描|一[掃扫]|[碼码])).{0,20}(?:二[維维][碼码]|QR|[關关]注|下[載载]|加入|添加)|^(?!.*。).*(?:[點点][擊击]|立即|[馬马]上|[火速]速)(?:下[載载]|[領领]取|[註注][冊册]|[搶抢][購购]|[購购][買买]|[進进]入官|咨[詢询])|^(?!.*。).*(?:加|添加|[咨諮][詢询]|客服|[聯联]系)(?:微信|薇信|[Vv]信|QQ|[Vv][Xx]|扣扣)[號号]?[:：\s]?[\w\-]{4,}|^(?!.*。).*(?:免[費费](?:[領领]取|[試试]用|[諮咨][詢询])|限[時时](?:[優优]惠|[搶抢][購购]|特[價价])|[優优]惠券|全[場场][^，。]{0,6}折|包[郵邮]到家|[點点][我此]{1,2}(?:[進进]入|查看|下[載载]))/u,
  },
];

const AT_END: readonly Boilerplate[] = [
  {
    reason: "footer",
    longest: 400,
    pattern: /^(?:[^，。]{0,40}[|｜]){2,}[^，。]{0,40}$|^(?:[關关][於于]我[們们]|[聯联]系我[們们]|[聯联][絡络]我[們们]|[網网]站(?:地[圖图]|[導导]航|[聲声]明|[標标][識识][碼码])|[隱隐]私(?:[權权]|政策|[聲声]明)|[免][責责][聲声]明|版[權权](?:所有|[聲声]明)|法律[聲声]明|主[辦办][單单]位[:：][^。]{2,30}(?:承|版|技|[維维])[辦办權权術术][單单所支]|技[術术]支持[:：]|[維维][護护][單单]位[:：]|地址[:：]|[郵邮]?[編编][:：]|[傳传]真[:：])|Copyright|COPYRIGHT|copyright|©|&copy;|All Rights? Reserved|版[權权][所為为]?[有歸归]|ICP[備备证證]|[公][網网]安[備备]|京ICP|[網网]安[備备]\s?\d|(?:[違违]法|不良信息).{0,12}[舉举][報报]|[舉举][報报](?:[電电][話话]|[郵邮]箱)[:：]|[聯联][系繫](?:我[們们]|[郵邮]箱)[:：]|投稿[郵邮]箱|[瀏浏][覽览]人[數数]|最佳[瀏浏][覽览]|建[議议]使用.{0,20}(?:[瀏浏][覽览]器|分辨率|解析度)|更新日期[:：]|瀏覽人次/u,
  },
  {
    reason: "disclaimer",
    longest: 240,
    pattern: /未[經经].{0,24}(?:授[權权]|[許许]可|同意).{0,30}(?:[轉转][載载]|使用|[複复][製制]|[鏡镜]像|摘[編编])|[違违]者(?:依法|必究)|(?:[請请勿]|不得|[禁嚴][止禁])[^。]{0,4}[轉转][載载]|[轉转][載载][^。]{0,12}(?:[註注]明|[請请][聯联])|(?:本[網网]站?|本站|[該该]文|本文)[^。]{0,30}(?:不代表|[觀观][點点]|立[場场]|侵[權权]|版[權权]|[僅仅]供[參参]考|[風风][險险]自[擔担])|[如若][有涉][^。]{0,20}(?:侵[權权]|版[權权])|[來来]源[於于][網网互][絡络聯联]|投[資资]有[風风][險险]|[據据]此操作|[聲声]明[:：]|特[別别][聲声]明|免[責责]/u,
  },
];
