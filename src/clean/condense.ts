import { isProse } from "./lines.js";
import { breaksIn } from "./unwrap.js";

/** A text without what stands inside its words and sentences and belongs to neither. */
export interface Condensed {
  readonly text: string;
  /** Where each code unit stands in the given text; undefined where nothing was left out. */
  readonly places?: Uint32Array | undefined;
}

/**
 * Leave out zero-width characters, blanks inside sentences, and line ends in mid-sentence; straight quotation marks become
 * those that open and close.
 *
 *     "投資達 30 億元，由海港\n市政府主辦。"  ->  "投資達30億元，由海港市政府主辦。"
 *
 * Blanks part the entries of lists and tables: where there is no sentence, or more than one of them, they stay.
 */
export function condense(text: string): Condensed {
  const gaps = gapsIn(text);
  if (gaps.length === 0) return { text };
  const places: number[] = [];
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, put } of [...gaps, { start: text.length, end: text.length, put: "" }]) {
    if (start < from) continue;
    parts.push(text.slice(from, start), put);
    for (let at = from; at < start; at++) places.push(at);
    if (put) places.push(start);
    from = end;
  }
  return { text: parts.join(""), places: Uint32Array.from(places) };
}

interface Gap {
  readonly start: number;
  readonly end: number;
  /** What stands there instead: a blank between two Latin words, a mark of the right form. */
  readonly put: string;
}

const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/gu;
const BLANK = "[ \\u3000\\u00a0]";
const MARK = "[，。、；：！？“”「」『』《》（）]";

/** Beside a mark, and one alone between two characters of which one is Chinese. */
const BLANKS = new RegExp(
  [
    `(?<=${MARK})${BLANK}+(?=\\S)`,
    `(?<=\\S)${BLANK}+(?=${MARK})`,
    `(?<=[,;:)])${BLANK}+(?=[\\p{Script=Han}“「《])`,
    `(?<=\\p{Script=Han})${BLANK}(?=[\\d\\p{Script=Han}])`,
    `(?<=[\\d%])${BLANK}(?=\\p{Script=Han})`,
  ].join("|"),
  "gu",
);

/** 第二条 本办法……: a blank parts the number of an item from its text. */
const LONGEST_LABEL = 12;
const ITEM_LABEL = /^\s*第?[一二三四五六七八九十百千零\d]{1,6}[章节節条條款]?$/u;

function gapsIn(text: string): Gap[] {
  const gaps = [...text.matchAll(ZERO_WIDTH)].map(({ index, 0: found }) => gap(index, found.length));
  const lines = text.split("\n").map(line => ({ whole: line, text: line.trim(), isProse: isProse(line.trim()) }));
  const isBroken = breaksIn(lines);
  let start = 0;
  lines.forEach(({ whole, isProse }, at) => {
    if (isProse && /[，。；,;]/u.test(whole) && /[ \u3000\u00a0]/u.test(whole))
      for (const { index, 0: found } of whole.matchAll(BLANKS))
        if (index > LONGEST_LABEL || !ITEM_LABEL.test(whole.slice(0, index)))
          gaps.push(gap(start + index, found.length));
    if (whole.includes('"') && HAN.test(whole)) gaps.push(...straightQuotes(whole, start));
    start += whole.length + 1;
    if (!isBroken[at]) return;
    const next = lines[at + 1]!;
    const [before, behind] = [whole.length - whole.trimEnd().length, next.whole.length - next.whole.trimStart().length];
    const isLatin = /[a-zA-Z\d,.]$/u.test(whole.trimEnd()) && /^[a-zA-Z]/u.test(next.text);
    gaps.push({ start: start - 1 - before, end: start + behind, put: isLatin ? " " : "" });
  });
  return gaps.sort((a, b) => a.start - b.start || b.end - a.end);
}

const HAN = /\p{Script=Han}/u;

/** "規劃" tells by its place in the line which of its marks opens and which closes. */
function straightQuotes(line: string, start: number): Gap[] {
  const gaps: Gap[] = [];
  let isOpen = false;
  for (const { index, 0: mark } of line.matchAll(/["“”]/gu)) {
    isOpen = mark === "“" || (mark === '"' && !isOpen);
    if (mark === '"') gaps.push({ start: start + index, end: start + index + 1, put: isOpen ? "“" : "”" });
  }
  return gaps;
}

const gap = (start: number, length: number): Gap => ({ start, end: start + length, put: "" });
