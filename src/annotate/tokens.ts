import type { Lexicon } from "../engine/lexicon.js";
import type { Token } from "../engine/tokens.js";

/**
 * Find dates and figures in normal text, in order and without overlap.
 *
 *     "今年5月，投资约3370亿元"  ->  今年5月 (date 2021-05), 3370亿元 (quantity)
 *
 * `published` (ISO) resolves what is relative: 今年, 昨日, 5月.
 */
export function findTokens(text: string, published: string | undefined): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at++) {
    if (STARTS[text.charCodeAt(at)] === 0) continue;
    const token = ordinalAt(text, at) ?? dateAt(text, at, published) ?? figureAt(text, at);
    if (!token) continue;
    tokens.push(token);
    at = token.end - 1;
  }
  return tokens;
}

/**
 * Tokens without those in a longer name of a gazetteer, or in a title, that begins with one, with the letters before it, or
 * with the characters before it: 第19届 of 第19届亚运会, 十九届 and 四中 of 十九届四中全会, 19 of COVID-19疫情, 第一 of
 * 第一书记, 360 of 昂坪360.
 */
export function outsideNames(tokens: readonly Token[], text: string, { trie, entries }: Lexicon): readonly Token[] {
  const found = new Int32Array(256);
  let nameEnd = 0;
  const endOfName = (from: number, least: number): number => {
    const count = trie.collectAt(text, from, found);
    let end = 0;
    for (let i = 0; i < count; i++) {
      const to = found[i * 2] as number;
      const entry = entries[found[i * 2 + 1] as number];
      if (to >= least && entry && (entry.keys.length > 0 || entry.classes.has("list.title"))) end = Math.max(end, to);
    }
    return end;
  };
  return tokens.filter(({ start, end }) => {
    if (end <= nameEnd) return false;
    nameEnd = Math.max(nameEnd, endOfName(lettersBefore(text, start), end + 1));
    for (let back = 1; back <= LONGEST_BEFORE_FIGURE && start >= back; back++)
      nameEnd = Math.max(nameEnd, endOfName(start - back, end));
    return end > nameEnd;
  });
}

/** How many characters can stand before the figure with which a name ends. */
const LONGEST_BEFORE_FIGURE = 4;

/** Where the Latin letters begin that a figure is written together with; the figure's own place where there are none. */
function lettersBefore(text: string, at: number): number {
  let from = at;
  while (from > at - 12 && /[A-Za-z-]/.test(text[from - 1] ?? "")) from--;
  return from;
}

const STARTS = new Uint8Array(65536);
for (const character of "第0123456789今去明前昨本上同当翌次〇零一二三四五六七八九十百千两民数近")
  STARTS[character.charCodeAt(0)] = 1;

const N = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
const YEAR =
  "(?:(?<y>(?:19|20)\\d{2})|(?<cy>[一二][〇零一二三四五六七八九九]{3})|民国(?<roc>\\d{2,3})|(?<roc2>1[01]\\d)(?=年[^以来内间前后多]{0,1}))年|(?<told>[今去明前][(]\\d{2,4}[)])年|(?<rel>今年|去年|明年|前年|本年|同年|当年|翌年)";
const DATE = new RegExp(
  [
    `(?:(?:${YEAR})度?(?<part>[底初中末]|年底|年初|上半年|下半年|春|夏|秋|冬)?(?:(?<m>${N})月(?<mpart>底|初|中旬|上旬|下旬)?(?:(?<d>${N})[日号])?)?)`,
    `(?:(?<y2>(?:19|20)\\d{2})[-/.](?<m2>\\d{1,2})[-/.](?<d2>\\d{1,2}))`,
    `(?:(?<m3>${N})月(?:(?<d3>${N})[日号]|(?<m3part>底|初|中旬|上旬|下旬|份))?)`,
    `(?:(?<day>今天|今日|今晨|今早|今晚|昨天|昨日|昨晚|前天|前日|明天|明日|当天|当日|今|昨|明)(?:[(](?<d4>\\d{1,2})[)](?:日|天)?))`,
    "(?<day2>今天|今日|今晨|今早|今晚|昨天|昨日|昨晚|前天|前日|明天|明日|当天|当日)",
    `(?:(?<relm>本月|上月|上个月|下月|下个月|同月|当月)(?:(?<d5>${N})[日号])?)`,
    `(?:(?<d6>\\d{1,2})日(?=[上下晚在至，,至,从于,赴抵前宣发召举表主出会应同就公,到称说电讯凌深傍清开闭离与和向对已将又也正经由率签接报指介参视考访俄美英法德韩乌印]|$))`,
  ].join("|"),
  "y",
);

function dateAt(text: string, at: number, published: string | undefined): Token | undefined {
  DATE.lastIndex = at;
  const match = DATE.exec(text);
  if (!match) return undefined;
  const end = at + match[0].length;
  return {
    start: at,
    end,
    kind: "date",
    value: valueOf(match.groups ?? {}, published),
    isYear: /^(?:\d{3,4}年度?)$/.test(match[0]),
  };
}

type Groups = Record<string, string | undefined>;

function valueOf(g: Groups, published: string | undefined): string | undefined {
  const [year, month] = (published ?? "").slice(0, 10).split("-");
  const base = year ? Number(year) : undefined;
  if (g.y2) return iso(g.y2, number(g.m2), number(g.d2));
  const word = g.day ?? g.day2;
  if (word) return relativeDay(word, published, g.d4);
  if (g.d6) return base && month ? iso(base, Number(month), number(g.d6)) : undefined;
  if (g.relm) {
    if (!base || !month) return undefined;
    const shift = g.relm.startsWith("上") ? -1 : g.relm.startsWith("下") ? 1 : 0;
    const total = base * 12 + Number(month) - 1 + shift;
    return iso(Math.floor(total / 12), (total % 12) + 1, number(g.d5));
  }
  if (g.m3) {
    if (!base) return undefined;
    const m = number(g.m3) ?? 1;
    // A month that is yet to come by far is last year's: in January's news 12月 is past.
    return iso(month && m - Number(month) > 6 ? base - 1 : base, m, number(g.d3));
  }
  const y = g.y
    ? Number(g.y)
    : g.cy
      ? hanYear(g.cy)
      : (g.roc ?? g.roc2)
        ? Number(g.roc ?? g.roc2) + 1911
        : g.told
          ? toldYear(g.told)
          : relativeYear(g.rel, base);
  return y === undefined ? undefined : iso(y, number(g.m), number(g.d));
}

const ORDINAL =
  /第(?:\d{1,4}(?:-\d{1,3})?|[一二三四五六七八九十百]{1,4})(?:届|次|期|轮|回|批|号|个|季|集|卷|部|章|条|位|名)?|[一二三四五六七八九十]{1,3}(?:届(?!时)|[次中](?=全会|会议|全体会议))/y;

/** 第三届, 第78届, 第2位, 十四届, 三次会议: a place in an order, which is no figure. */
function ordinalAt(text: string, at: number): Token | undefined {
  ORDINAL.lastIndex = at;
  const match = ORDINAL.exec(text);
  return match ? { start: at, end: at + match[0].length, kind: "ordinal" } : undefined;
}

const HAN = "零一二三四五六七八九";

/** 十一 -> 11, 二十 -> 20, 7 -> 7 */
export function number(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.split("十");
  if (ones === undefined) return HAN.indexOf(text);
  return (tens ? HAN.indexOf(tens) : 1) * 10 + (ones ? HAN.indexOf(ones) : 0);
}

/** 今(113) -> 2024, 去(2023) -> 2023: years of the Republic of China have up to three digits. */
function toldYear(text: string): number {
  const year = Number(text.slice(2, -1));
  return year < 200 ? year + 1911 : year;
}

const hanYear = (text: string): number => Number([...text].map(c => (c === "〇" ? 0 : HAN.indexOf(c))).join(""));

function relativeYear(word: string | undefined, base: number | undefined): number | undefined {
  if (base === undefined || word === undefined) return undefined;
  return base + ({ 去年: -1, 前年: -2, 明年: 1, 翌年: 1 }[word] ?? 0);
}

function relativeDay(word: string, published: string | undefined, day: string | undefined): string | undefined {
  if (!published) return undefined;
  const date = new Date(`${published.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return undefined;
  const shift = word.startsWith("昨") ? -1 : word.startsWith("前") ? -2 : word.startsWith("明") ? 1 : 0;
  date.setUTCDate(date.getUTCDate() + shift);
  const value = date.toISOString().slice(0, 10);
  return day && Number(value.slice(8)) !== Number(day)
    ? iso(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(day))
    : value;
}

function iso(year: number | string, month?: number, day?: number): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  if (!month || month > 12) return `${year}`;
  return day && day <= 31 ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(month)}`;
}

/** What figures count or measure, as parts of a regular expression, the longer before what begins it. */
const UNITS = [
  "平方公里",
  "方公里",
  "平方公尺",
  "立方公尺",
  "台套",
  "车次",
  "辆次",
  "剂次",
  "项次",
  "件次",
  "毫米",
  "厘米",
  "公分",
  "公尺",
  "公升",
  "公克",
  "毫克",
  "千伏",
  "吉瓦",
  "趟次",
  "场次",
  "班次",
  "架次",
  "人份",
  "剂",
  "趟",
  "公吨",
  "立方米",
  "平方米",
  "人次",
  "标准箱",
  "标箱",
  "千瓦时",
  "兆瓦",
  "千瓦",
  "公顷",
  "公里",
  "千米",
  "公斤",
  "海里",
  "英里",
  "美元",
  "欧元",
  "日元",
  "港元",
  "港币",
  "英镑",
  "卢布",
  "新台币",
  "台币",
  "人民币",
  "元",
  "吨",
  "亩",
  "斤",
  "米",
  "度(?![A-Za-z])",
  "个百分点",
  "百分点",
  "个(?!月)",
  "家",
  "项",
  "件",
  "名",
  "位",
  "人(?!民|员|口|才|工|均|类)",
  "户",
  "座",
  "所",
  "条",
  "只",
  "辆",
  "架",
  "艘",
  "套",
  "台",
  "部",
  "场",
  "次",
  "份",
  "宗",
  "处",
  "间",
  "张",
  "株",
  "棵",
  "头",
  "枚",
  "篇",
  "款",
  "种",
  "类",
  "批",
  "支",
  "成",
  "倍",
  "国",
  "班",
  "公顷",
  "岁",
  "层(?!楼)",
  "列",
  "对",
  "坪",
  "笔",
  "队",
  "组",
  "例",
  "栋",
  "幢",
  "箱",
  "桶",
  "册",
  "本(?!土|地|港|市|府|校|国|县|区|省|次|周|月|年)",
  "幅",
  "首",
  "片",
  "颗",
  "粒",
  "盏",
  "起",
  "餐",
  "尾",
  "羽",
  "样",
  "席",
  "盒",
  "瓶",
  "通(?!过|知|行|车|报|用|告|常)",
  "校(?!园|长|区|友|内|外)",
  "面",
  "门",
];
const NUMBER = "(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
const SCALE = "(?:兆|万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)";
const HAN_NUMBER =
  "(?:[一二三四五六七八九两数]?(?:百|千|十)+[一二三四五六七八九]?(?:万亿|亿|万)|[一二三四五六七八九两十]{1,3}(?:万亿|亿|万|成)|(?:百|千|十|数|近|几)(?:百|千|十)?(?:万亿|亿|万))";
const FIGURE = new RegExp(
  `(?:(?<high>\\d{1,4})(?<hs>兆|亿|万|千)(?<low>${NUMBER})(?:(?<ls>千万|百万|万|千|百)(?<rest>${NUMBER})?)?(?![\\d.])|(?<n>${NUMBER})(?:[-—~至到](?:${NUMBER}))?(?<s>${SCALE})?(?:[-—~至到]${NUMBER}${SCALE}?)?|(?<h>${HAN_NUMBER}))(?:(?<more>多|余)(?<s2>${SCALE})?)?(?<u>%|‰|${UNITS.join("|")})?`,
  "y",
);

function figureAt(text: string, at: number): Token | undefined {
  FIGURE.lastIndex = at;
  const match = FIGURE.exec(text);
  if (!match || match[0] === "") return undefined;
  const g = match.groups ?? {};
  const end = at + match[0].length;
  // 2009台北 begins with a year, not with 2,009 machines.
  if (g.u && !g.s && !g.more && /^(?:19|20)\d\d$/.test(g.n ?? "") && g.u.length === 1 && !"元吨亩米人年".includes(g.u))
    return { start: at, end: end - 1, kind: "number", value: g.n, isYear: true };
  if (g.high) return { start: at, end, kind: "quantity", ...composite(g, g.u ?? "") };
  if (!g.u && !g.s && !g.s2 && !g.h)
    return {
      start: at,
      end,
      kind: "number",
      value: g.n?.replaceAll(",", ""),
      isYear: /^(?:19|20)\d\d$/.test(match[0]) && !/[-/:.\d]/.test(text[end] ?? ""),
    };
  // 百万群众, 几百万人民: so many are many, and no figure.
  if (g.h && !g.u && /[百千十万]$/.test(g.h)) return { start: at, end, kind: "number", value: String(hanValue(g.h)) };
  // 4成3 is 4.3成.
  const tenth = g.u === "成" && g.n ? /^[1-9](?!\d)/.exec(text.slice(end))?.[0] : undefined;
  if (tenth) return { start: at, end: end + 1, kind: "quantity", value: `${g.n}.${tenth}`, unit: "成" };
  const value = g.n ? g.n.replaceAll(",", "") : String(hanValue(g.h ?? ""));
  // An age is a figure of nobody whom the graph knows.
  if (g.u === "岁") return { start: at, end, kind: "number", value };
  const scale = g.n ? (g.s ?? g.s2 ?? "") : hanScale(g.h ?? "");
  return { start: at, end, kind: "quantity", value, unit: `${scale}${g.u === "方公里" ? "平方公里" : (g.u ?? "")}` };
}

/** 3万3,447 -> 33447; 1亿2,500万 -> 12500 (万); 1亿2,500万3,447 -> 125003447 */
function composite({ high, hs, low, ls, rest }: Groups, unit: string): { value: string; unit: string } {
  const scale = (sign: string | undefined): number =>
    ({ 兆: 1e12, 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, 千: 1e3, 百: 100 })[sign ?? ""] ?? 1;
  const plain = (figure: string | undefined): number => Number((figure ?? "").replaceAll(",", ""));
  const total = Number(high) * scale(hs) + plain(low) * scale(ls) + plain(rest);
  return ls?.endsWith("万") && !rest
    ? { value: String(total / 1e4), unit: `万${unit}` }
    : { value: String(total), unit };
}

/** 百亿 -> 100 (亿); the scale that is left over goes with the unit. */
function hanValue(text: string): number {
  const body = text.replace(/(万亿|亿|万)$/, "").replace(/成$/, "");
  if (body === "" || body === "数" || body === "近" || body === "几") return 1;
  let total = 0;
  let digit = 0;
  for (const character of body) {
    const place = { 十: 10, 百: 100, 千: 1000 }[character];
    if (place) {
      total += (digit || 1) * place;
      digit = 0;
    } else digit = character === "两" ? 2 : Math.max(HAN.indexOf(character), 0);
  }
  return total + digit;
}

const hanScale = (text: string): string => /(万亿|亿|万|成)$/.exec(text)?.[0] ?? "";
