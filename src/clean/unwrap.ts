import type { Line } from "./lines.js";

type TextLine = Pick<Line, "text" | "isProse">;

/**
 * For each line whether its last sentence goes on in the next one: where lines were broken at a fixed width, as text out of
 * PDF files is, or in mid-sentence, as mirrors do it. Lines of a text whose lines are paragraphs go on nowhere.
 */
export function breaksIn(lines: readonly TextLine[]): boolean[] {
  const width = fixedWidth(lines);
  return lines.map(({ text, isProse }, at) => {
    const next = lines[at + 1]?.text ?? "";
    if (ENDS_PARAGRAPH.test(text) || STARTS_ITEM.test(next) || next === "") return false;
    if (width !== undefined) return text.length >= width - SLACK;
    return isProse && /[\p{Script=Han}\da-z，、“「『《（(]$/u.test(text) && /[，。；]/u.test(next);
  });
}

/** True for the number of a sheet, which stands alone on a line of a page out of a PDF file. */
export function isSheetNumber({ text }: Line): boolean {
  return /^(?:[-—–]\s?)?\d{1,3}(?:\s?[-—–])?$/u.test(text);
}

/** The width at which a text is broken; undefined where lines end with their paragraphs. */
export function fixedWidth(lines: readonly TextLine[]): number | undefined {
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
  /^(?:[●■◆▲★○•※*—-]|附件|第[一二三四五六七八九十百零\d]+[章节節条條]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．](?!\d))/u;
