import { boilerplateReason } from "./boilerplate.js";
import { isoDateIn, withoutDates } from "./dates.js";
import type { Line } from "./lines.js";
import { fixedWidth } from "./unwrap.js";

/** What the first lines of a page say about it, and which of them are no part of its text. */
export interface Head {
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
  /** Line number → reason. */
  readonly dropped: ReadonlyMap<number, string>;
}

/**
 * Read the lines above the first paragraph: the headline, the line of date and source, and what stands around them.
 * The headline stays in the text (a page's main fact often stands there alone); repetitions of it don't.
 */
export function readHead(lines: readonly Line[], known: { readonly title?: string }): Head {
  const top = lines.slice(0, headLength(lines));
  const dateAt = top.findIndex(line => isMetadata(line.text));
  const titleAt = findTitle(top, dateAt, known.title, fixedWidth(lines) !== undefined);
  const title = titleAt < 0 ? undefined : headline(top, titleAt);
  const dropped = new Map<number, string>();
  top.forEach((line, at) => {
    const reason = reasonToDrop(line, at, titleAt, dateAt, title?.text);
    if (reason && !title?.lines.has(line.number)) dropped.set(line.number, reason);
  });
  return {
    title: title?.text ?? siteless(known.title),
    published: firstOf(top, isoDateIn),
    outlet: firstOf(top, outletIn),
    dropped,
  };
}

const LONGEST_HEAD = 40;

/**
 * The head ends at the first paragraph; a page that begins with one has no head. A headline may look like a paragraph:
 * the line of date and source below it gives it away.
 */
function headLength(lines: readonly Line[]): number {
  const top = lines.slice(0, LONGEST_HEAD);
  const dateAt = top.findIndex(line => isMetadata(line.text));
  const isBelowHeadline =
    dateAt > 0 && top.slice(0, dateAt).every(line => !line.isProse || isLongHeadline(line.text, top[dateAt]!.text));
  const from = isBelowHeadline ? dateAt + 1 : 0;
  const paragraph = top.findIndex((line, at) => at >= from && line.isProse && !isMetadata(line.text));
  return paragraph < 0 ? top.length : paragraph;
}

/** Public notices have whole sentences for a headline; only a line that names the source gives such a one away. */
function isLongHeadline(text: string, below: string): boolean {
  return (
    text.length <= LONGEST_TITLE_ABOVE_DATE &&
    (!text.includes("。") || (/^[^。]*。$/u.test(text) && SOURCE.test(below)))
  );
}

const LONGEST_TITLE = 120;
const LONGEST_TITLE_ABOVE_DATE = 300;
const LONGEST_METADATA = 160;

const SOURCE =
  /(?:(?:文章|信息|稿件|[資资][訊讯料])?[來来]\s?源(?:[於于自])?|稿源|[發发]稿[單单]位|[發发][佈布][單单]位|出[處处])\s?[】\]]?\s?[:：]\s?/u;
const DATE_LABEL = /(?:[發发][佈布稿表]|更新|上[傳传]|成文|刊登|公[開开布佈])?(?:日期|[時时][間间])\s?[:：]/u;
const OTHER_LABELS =
  /(?:作者|[記记]者|[編编][輯辑]|[責责][編编]|[瀏浏][覽览](?:次[數数]|量|人[數数]|人次)?|[點点][擊击](?:[數数率量])?|[閱阅][讀读](?:[數数量次]+)?|字[體体號号]|[評评][論论]|[訪访][問问]量|打印|分享|稿源|[來来]源)\s?[:：]/gu;

/** True for a line of date, source, author, number of readers and the like. */
export function isMetadata(line: string): boolean {
  if (line.length > LONGEST_METADATA || /[。！？]/u.test(line)) return false;
  if (isFactLine(line)) return false;
  const rest = withoutDates(line);
  const hasDate = rest !== line;
  if (!hasDate) return SOURCE.test(line) && line.search(SOURCE) < 2 && line.length < 40;
  const left = rest.replace(DATE_LABEL, "").replace(SOURCE, "").replace(OTHER_LABELS, "").trim();
  return (
    left.length === 0 ||
    SOURCE.test(line) ||
    DATE_LABEL.test(line) ||
    (left.length < 24 && OTHER_LABELS.test(line)) ||
    (left.length < 14 &&
      /^[^\p{Script=Han}]*[\p{Script=Han}\w]{2,12}[^\p{Script=Han}]*$/u.test(left) &&
      (startsWithDate(line) || /\d$/u.test(line)))
  );
}

/** True for a line that tells both the date and the source: it heads a story, the first one of the page or a later one. */
export function headsStory(line: string): boolean {
  return line.length <= LONGEST_METADATA && SOURCE.test(line) && isMetadata(line) && isoDateIn(line) !== undefined;
}

/** Lines that name who issued a text and when, one by one, as press offices put them on top: they are part of it. */
function isFactLine(line: string): boolean {
  return /^(?:[發发]稿(?:[單单]位|日期|[時时][間间]|人)|[發发]文(?:[機机][關关]|日期|字[號号])|成文日期|索引?[號号]|文\s?[號号]|[發发]文字[號号])\s?[:：]/u.test(
    line,
  );
}

function startsWithDate(line: string): boolean {
  return /^[（(【[]?\d/u.test(line);
}

function findTitle(top: readonly Line[], dateAt: number, known: string | undefined, isWrapped: boolean): number {
  const end = dateAt < 0 ? top.length : dateAt;
  if (known) {
    const at = top.findIndex(line => line.text.length > 5 && sameWords(known).startsWith(sameWords(line.text)));
    if (at >= 0) return at;
  }
  for (let at = end - 1; at >= 0 && dateAt >= 0; at--) if (canBeTitle(top[at]!)) return at;
  if (dateAt > 0 && !boilerplateReason(top[dateAt - 1]!) && top[dateAt - 1]!.text.length > LONGEST_TITLE / 4)
    return dateAt - 1;
  if (dateAt >= 0) return known ? -1 : top.findIndex((line, at) => at > dateAt && canBeTitle(line));
  return bareTitle(top, isWrapped);
}

/** Without a date to go by, the line that is worded like a document's title, or else the first one. */
function bareTitle(top: readonly Line[], isWrapped: boolean): number {
  const named = top.findIndex(line => canBeTitle(line) && DOCUMENT_TITLE.test(line.text));
  if (named >= 0) return named;
  const first = top.findIndex(line => !isCrumb(line.text) && !DOCUMENT_NUMBER.test(line.text));
  return first >= 0 && canBeTitle(top[first]!) && top[first]!.text.length >= SHORTEST_BARE_TITLE && !isWrapped
    ? first
    : -1;
}

const SHORTEST_BARE_TITLE = 8;
const DOCUMENT_TITLE =
  /(?:通知|通[報报告]|公告|公示|意[見见]|[辦办]法|[規规](?:定|[劃划]|[範范]|程|[則则])|[計计][劃划畫画]|方案|[條条]例|[細细][則则]|[決决](?:定|[議议])|[綱纲]要|指[南引]|措施|批[複复覆]|[報报]告|[標标][準准]|[協协][議议]|令|函)(?:[（(][^（()）]{1,20}[）)])?$/u;
const DOCUMENT_NUMBER = /[〔［[【(（]\s?(?:19|20)\d{2}\s?[〕］\]】)）]\s?第?\s?\d+\s?[號号]/u;

function canBeTitle(line: Line): boolean {
  const { text } = line;
  if (text.length < 5 || text.length > LONGEST_TITLE || isCrumb(text) || isFactLine(text)) return false;
  if (boilerplateReason(line) || (DOCUMENT_NUMBER.test(text) && text.length < 30)) return false;
  if (
    /[。；，、：:,;]$/u.test(text) ||
    /^(?:第?[一二三四五六七八九十百]+[、章節节.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．])/u.test(text)
  )
    return false;
  return /\p{Script=Han}{2}/u.test(text) && !/^[（(【[]?(?:[記记]者|作者|[來来]源|[標标][簽籤签])/u.test(text);
}

function isCrumb(text: string): boolean {
  return (
    /[>›»＞]/u.test(text) ||
    /^[首主][頁页]/u.test(text) ||
    text.split(/[|｜]/u).length > 2 ||
    text.split(/\s+/u).filter(word => word.length > 1).length > 5
  );
}

/** A notice's headline often takes two lines: who issues it, and 「關於……的通知」. */
function headline(top: readonly Line[], at: number): { readonly text: string; readonly lines: ReadonlySet<number> } {
  const line = top[at]!;
  const next = top[at + 1];
  const before = top[at - 1];
  if (next && /^[關关][於于]/u.test(next.text) && next.text.length <= LONGEST_TITLE) return joined(line, next);
  if (before && /^[關关][於于]/u.test(line.text) && canBeTitle(before) && before.text.length <= 40)
    return joined(before, line);
  const text = siteless(line.text)!;
  const exact = top.find(other => other.text === text) ?? line;
  return { text, lines: new Set([exact.number]) };
}

function joined(first: Line, second: Line): { readonly text: string; readonly lines: ReadonlySet<number> } {
  return { text: first.text + second.text, lines: new Set([first.number, second.number]) };
}

/** Cut the name of the site behind a headline: "……開通_港口網". */
function siteless(title: string | undefined): string | undefined {
  const cut = title
    ?.trim()
    .replace(
      /\s*(?:[_|｜]|\s[-–—]+\s|--)\s*[^_|｜]{2,24}(?:[網网報报站台臺]|[頻频]道|[門门][戶户][網网]站|政府|\.com|\.cn|新[聞闻]|委[員员][會会]|[廳厅局部])$/u,
      "",
    );
  return cut && cut !== title ? siteless(cut) : cut;
}

function reasonToDrop(
  line: Line,
  at: number,
  titleAt: number,
  dateAt: number,
  title: string | undefined,
): string | undefined {
  if (isMetadata(line.text)) return "metadata";
  if (title && sameWords(line.text).startsWith(sameWords(title)) && line.text.length < title.length + 30)
    return "duplicate-title";
  if (titleAt >= 0 && at > titleAt && /^\d{1,6}$/u.test(line.text)) return "share-bar";
  const isAboveTitle = at < titleAt;
  if (isAboveTitle && (dateAt >= 0 || isCrumb(line.text))) return "navigation";
  return undefined;
}

const OUTLET_END =
  /\s|[|｜\]】)）,，;；]|作者|[記记]者|[編编][輯辑]|[責责][編编]|[發发][佈布]|[時时][間间]|日期|[瀏浏點点][覽览擊击]|字[體体號号]|\d{4}/u;

const NO_OUTLET = /^(?:本站|本[網网]|[網网互][絡络聯联][網网]?|[網网]友|原[創创]|[轉转][載载]|未知|其他|佚名)/u;

/** The name behind 來源:, 稿源: or 發稿單位:. */
function outletIn(line: string): string | undefined {
  const label = SOURCE.exec(line);
  if (!label) return undefined;
  const rest = line.slice(label.index + label[0].length);
  const end = rest.search(OUTLET_END);
  const name = (end < 0 ? rest : rest.slice(0, end)).trim().replace(/^[《「“"]|[》」”"]$/gu, "");
  return name.length > 0 && name.length <= 40 && !NO_OUTLET.test(name) ? name : undefined;
}

function firstOf(lines: readonly Line[], read: (line: string) => string | undefined): string | undefined {
  for (const line of lines) {
    if (!isMetadata(line.text) && !isFactLine(line.text)) continue;
    const found = read(line.text);
    if (found) return found;
  }
  return undefined;
}

function sameWords(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]/gu, "");
}
