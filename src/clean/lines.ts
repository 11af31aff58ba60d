/** One line of a page, with what the cleaning rules ask about it. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** The line without the white space around it. */
  readonly text: string;
  /** True for a paragraph of running text: nothing short of spam makes cleaning drop it. */
  readonly isProse: boolean;
}

/** Cut a page into its lines, and leave the blank ones out. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (let start = 0; start <= text.length; number++) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = trim(text.slice(start, end));
    if (line) lines.push({ number: number + 1, text: line, isProse: isProse(line) });
    start = end + 1;
  }
  return lines;
}

/** Zero-width characters and byte order marks are white space here, too. */
function trim(line: string): string {
  return line.replace(/^[\s\u200b\u200e\u200f\ufeff]+/u, "").trimEnd();
}

const SHORTEST_SENTENCE = 6;
const SHORTEST_CLAUSES = 40;

/**
 * True for a line of running text. Headlines end in ！ or ？ and have commas, too, but they have no full stop and are short.
 */
export function isProse(line: string): boolean {
  if (line.length < SHORTEST_SENTENCE) return false;
  if (/[。；]/u.test(line)) return true;
  return line.length > SHORTEST_CLAUSES && /[，,、：:！？!?…]/u.test(line) && !/[|｜>»]/u.test(line);
}
