import type { CleanDocument, DroppedLines } from "../model/document.js";
import type { Page } from "../model/page.js";
import { boilerplateReason, footerReason, headsLinks } from "./boilerplate.js";
import { readHead } from "./head.js";
import { type Line, linesOf } from "./lines.js";
import { repair } from "./repair.js";
import { isForeign, isRandom, isSpam } from "./spam.js";
import { fixedWidth, isSheetNumber, unwrap } from "./unwrap.js";

/**
 * Decide the text of a page: its headline, paragraphs and subheadings, without what a site or a mirror puts around and
 * between them. Each line left out is in `dropped` with its reason; blank lines go without mention. A page that
 * `isClean` keeps its text as it stands.
 */
export function clean(page: Page): CleanDocument {
  const { id, path, title, published, outlet, url, problems } = page;
  if (page.isClean) return { id, path, title, published, outlet, url, text: page.text, dropped: [], problems };
  const { kept, reasons, head } = sift(page);
  return {
    id,
    path,
    title: repairedTitle(head.title),
    published: published?.includes("T") ? published : later(published, head.published),
    outlet: outlet ?? head.outlet,
    url,
    text: repair(unwrap(kept).join("\n")),
    dropped: inRanges(reasons),
    problems,
  };
}

function repairedTitle(title: string | undefined): string | undefined {
  return title === undefined ? undefined : repair(title);
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

  const setApart = new Map(page.setApart?.flatMap(({ start_line, end_line, reason }) => numbers(start_line, end_line).map(number => [number, reason] as const)));
  let lines = linesOf(page.text);
  for (const line of lines) {
    const reason = setApart.get(line.number) ?? noiseReason(line);
    if (reason) drop([line], reason);
  }
  lines = left(lines);
  const head = readHead(lines, page);
  for (const [number, reason] of head.dropped) reasons.set(number, reason);
  lines = left(lines);
  drop(linkLists(lines), "related-news");
  lines = left(lines);
  for (const line of lines) {
    const reason = boilerplateReason(line);
    if (reason) drop([line], reason);
  }
  lines = left(lines);
  for (const [line, reason] of footer(lines)) drop([line], reason);
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
    else if (line.isProse || boilerplateReason(line) || footerReason(line)) isInside = false;
    if (isInside) yield line;
  }
}

/** From the end upwards, the lines that belong to the site and not to the page. */
function* footer(lines: readonly Line[]): Iterable<readonly [Line, string]> {
  const first = firstOfFooter(lines);
  for (const line of lines.slice(first)) yield [line, footerReason(line) ?? "footer"];
}

const LONGEST_GAP = 3;

/** A footer has a few lines between those that give it away, but no paragraph. */
function firstOfFooter(lines: readonly Line[]): number {
  let first = lines.length;
  for (let at = lines.length - 1; at > 0 && first - at <= LONGEST_GAP; at--) {
    if (footerReason(lines[at]!)) first = at;
    else if (lines[at]!.isProse) break;
  }
  return first;
}

/** Neighbouring lines with one reason are listed as one range. */
function inRanges(reasons: ReadonlyMap<number, string>): DroppedLines[] {
  const ranges: DroppedLines[] = [];
  for (const [number, reason] of [...reasons].sort(([a], [b]) => a - b)) {
    const last = ranges.at(-1);
    if (last?.reason === reason && last.end_line === number - 1) ranges[ranges.length - 1] = { ...last, end_line: number };
    else ranges.push({ start_line: number, end_line: number, reason });
  }
  return ranges;
}
