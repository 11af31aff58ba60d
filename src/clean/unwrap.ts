import type { Line } from "./lines.js";

/**
 * Join lines that were broken at a fixed width, as text out of PDF files is, so that names and sentences are whole again.
 * Texts whose lines are paragraphs are left as they are.
 *
 *     "……，岸线归海" + "港市政府管理。"  ->  "……，岸线归海港市政府管理。"
 */
export function unwrap(lines: readonly Line[]): string[] {
  const width = fixedWidth(lines);
  if (width === undefined) return lines.map(line => line.text);
  const joined: string[] = [];
  let isOpen = false;
  for (const { text } of lines) {
    if (isOpen && !STARTS_ITEM.test(text)) joined[joined.length - 1] = glue(joined.at(-1)!, text);
    else joined.push(text);
    isOpen = text.length >= width - SLACK && !ENDS_PARAGRAPH.test(text);
  }
  return joined;
}

/** True for the number of a sheet, which stands alone on a line of a page out of a PDF file. */
export function isSheetNumber({ text }: Line): boolean {
  return /^(?:[-—–]\s?)?\d{1,3}(?:\s?[-—–])?$/u.test(text);
}

/** The width at which a text is broken; undefined where lines end with their paragraphs. */
export function fixedWidth(lines: readonly Line[]): number | undefined {
  if (lines.length < FEWEST_LINES) return undefined;
  const lengths = new Map<number, number>();
  let broken = 0;
  for (const { text } of lines) {
    if (text.length < NARROWEST || text.length > WIDEST || ENDS_PARAGRAPH.test(text)) continue;
    lengths.set(text.length, (lengths.get(text.length) ?? 0) + 1);
    broken++;
  }
  if (broken * 5 < lines.length * 2) return undefined;
  const [width] = [...lengths].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0] as const);
  const near = [...lengths].reduce((sum, [length, count]) => sum + (Math.abs(length - width) <= SLACK ? count : 0), 0);
  // Headlines of one length between long paragraphs are no broken lines.
  const longer = lines.reduce((sum, { text }) => sum + (text.length > width + 2 * SLACK ? 1 : 0), 0);
  return near * 10 >= broken * 7 && longer * 10 <= lines.length ? width : undefined;
}

const FEWEST_LINES = 8;
const NARROWEST = 15;
const WIDEST = 60;
const SLACK = 3;
const ENDS_PARAGRAPH = /[。！？!?；;：:…]["”」』）)]?$/u;
const STARTS_ITEM =
  /^(?:第[一二三四五六七八九十百零\d]+[章节節条條]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．](?!\d))/u;

/** Latin words need a blank between them, Chinese characters none. */
function glue(first: string, second: string): string {
  return /[a-zA-Z\d,.]$/u.test(first) && /^[a-zA-Z]/u.test(second) ? `${first} ${second}` : first + second;
}
