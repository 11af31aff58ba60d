import type { CleanDocument, DroppedLines } from "../model/document.js";
import type { Page } from "../model/page.js";
import { boilerplateReason, footerReason, headsLinks } from "./boilerplate.js";
import { condense } from "./condense.js";
import { headsStory, readHead } from "./head.js";
import { type Line, linesOf } from "./lines.js";
import { repair } from "./repair.js";
import { isForeign, isRandom, isSpam } from "./spam.js";
import { isChannel } from "./words.js";
import { fixedWidth, isSheetNumber } from "./unwrap.js";

/**
 * Decide the text of a page: its headline, paragraphs and subheadings, without what a site or a mirror puts around and
 * between them. Each line left out is in `dropped` with its reason; blank lines go without mention. A page that
 * `isClean` keeps its text as it stands.
 */
export function clean(page: Page): CleanDocument {
  const { id, path, title, published, outlet, url, problems } = page;
  if (page.isClean) return { id, path, title, published, outlet, url, text: page.text, dropped: [], problems };
  const { kept, reasons, head } = sift(page);
  const text = kept.map(line => line.text).join("\n");
  return {
    id,
    path,
    title: head.title && repair(head.title, text),
    published: published?.includes("T") ? published : later(published, head.published),
    outlet: outlet ?? head.outlet,
    url,
    text: condense(repair(text)).text,
    dropped: inRanges(reasons),
    problems,
  };
}

/** The same day with its time tells more than the day alone. */
function later(declared: string | undefined, read: string | undefined): string | undefined {
  return declared === undefined || read?.startsWith(declared) ? read : declared;
}

function sift(page: Page) {
  const reasons = new Map<number, string>();
  const drop = (lines: Iterable<Line>, reason: string): void => {
    for (const line of lines) reasons.set(line.number, reason);
  };
  const left = (lines: readonly Line[]): Line[] => lines.filter(line => !reasons.has(line.number));

  const setApart = new Map(
    page.setApart?.flatMap(({ start_line, end_line, reason }) =>
      numbers(start_line, end_line).map(number => [number, reason] as const),
    ),
  );
  let lines = linesOf(page.text);
  for (const line of lines) {
    const reason = setApart.get(line.number) ?? noiseReason(line);
    if (reason) drop([line], reason);
  }
  lines = left(lines);
  const head = readHead(lines, page);
  for (const [number, reason] of head.dropped) reasons.set(number, reason);
  lines = left(lines);
  for (const [line, reason] of afterText(lines)) drop([line], reason);
  lines = left(lines);
  drop(linkLists(lines), "related-news");
  drop(menus(lines), "navigation");
  for (const line of lines) {
    const reason = boilerplateReason(line) ?? (headsStory(line.text) ? "metadata" : undefined);
    if (reason) drop([line], reason);
  }
  lines = left(lines);
  if (fixedWidth(lines) !== undefined) drop(lines.filter(isSheetNumber), "page-number");
  return { kept: left(lines), reasons, head };
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function noiseReason(line: Line): string | undefined {
  if (/^<!--[^]*-->$/u.test(line.text)) return "markup";
  if (isSpam(line.text)) return "spam-block";
  if (isForeign(line.text)) return "foreign-script-block";
  return isRandom(line.text) ? "random-string" : undefined;
}

/** The headings of lists of links, each with the lines below it up to the next paragraph. */
function* linkLists(lines: readonly Line[]): Iterable<Line> {
  let isInside = false;
  for (const line of lines) {
    if (headsLinks(line)) isInside = true;
    else if (line.isProse) isInside = false;
    if (isInside) yield line;
  }
}

/** Three or more names of channels, one below the other. */
function* menus(lines: readonly Line[]): Iterable<Line> {
  let run: Line[] = [];
  for (const line of [...lines, undefined]) {
    if (line && isChannel(line.text)) run.push(line);
    else {
      if (run.length >= 3) yield* run;
      run = [];
    }
  }
}

/**
 * What follows the last paragraph, from the first line that belongs to the site on: lists of links have no heading when
 * a mirror has lost it. Without such a line, all of it is text: lists of members and contacts end many pages.
 */
function* afterText(lines: readonly Line[]): Iterable<readonly [Line, string]> {
  const end = lines.findLastIndex(line => line.isProse && !siteReason(line)) + 1;
  if (end === 0) return;
  const tail = lines.slice(end);
  const start = tail.findIndex(line => opensSite(line));
  if (start < 0) return;
  for (const line of tail.slice(0, start)) if (/^\d{1,6}$/u.test(line.text)) yield [line, "share-bar"];
  let around = "";
  for (const line of tail.slice(start)) {
    around = siteReason(line) ?? (OF_LINKS.has(around) ? "related-news" : around);
    if (siteReason(line) || !isContact(line.text)) yield [line, around];
  }
}

/** Adverts and single links stand anywhere: they don't tell that the page is over. */
function opensSite(line: Line): boolean {
  const reason = siteReason(line);
  return reason !== undefined && reason !== "advert" && (reason !== "related-news" || headsLinks(line));
}

/** Press offices end their pages with whom to call. */
function isContact(text: string): boolean {
  return (
    /(?:承\s?[辦办]|[聯联連连][絡络繫系]|[電电][話话]|[發发]稿|新[聞闻][聯联連连]|[記记]者|科\s?[長长]|分[機机]|[單单]位)/u.test(
      text,
    ) && /\d{4}|[:：]/u.test(text)
  );
}

/** After these, links to other pages come, not more of the same. */
const OF_LINKS = new Set(["navigation", "share-bar", "tags", "editor-line", "advert"]);

function siteReason(line: Line): string | undefined {
  return headsLinks(line) ? "related-news" : (footerReason(line) ?? boilerplateReason(line));
}

/** Neighbouring lines with one reason are listed as one range. */
function inRanges(reasons: ReadonlyMap<number, string>): DroppedLines[] {
  const ranges: DroppedLines[] = [];
  for (const [number, reason] of [...reasons].sort(([a], [b]) => a - b)) {
    const last = ranges.at(-1);
    if (last?.reason === reason && last.end_line === number - 1)
      ranges[ranges.length - 1] = { ...last, end_line: number };
    else ranges.push({ start_line: number, end_line: number, reason });
  }
  return ranges;
}
