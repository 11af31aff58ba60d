import { type Match, sentenceEnd } from "../engine/match.js";

const OPEN = "“「\"";
const CLOSE = "”」\"";

/**
 * The stretches of encoded text that are attributed to a speaker: the rest of the sentence behind the verb of saying, the
 * whole of a quotation that begins there, and the quotation that ends just before the speaker.
 *
 *     "……。"副市长黎明表示，……。
 */
export function speechExtent(symbols: string, match: Match): [number, number][] {
  const extent: [number, number][] = [];
  const before = quotationBefore(symbols, match.start);
  if (before) extent.push(before);
  const opened = /^[:：，,]?\s?[“「"]/.exec(symbols.slice(match.end, match.end + 3));
  const end = opened ? quotationEnd(symbols, match.end + opened[0].length) : sentenceEnd(symbols, match.end);
  extent.push([match.end, Math.max(end, sentenceEnd(symbols, match.end))]);
  return extent;
}

/** The quotation in the line of `at` that ends before the words that name the speaker, which may hold titles and commas. */
function quotationBefore(symbols: string, at: number): [number, number] | undefined {
  const line = symbols.lastIndexOf("\n", at - 1) + 1;
  for (let close = at - 1; close >= line && close >= at - 60; close--) {
    const character = symbols[close] as string;
    if (CLOSE.includes(character) && "，。！？,!?".includes(symbols[close - 1] ?? "")) {
      const open = lastOpening(symbols, close - 1, line);
      return open < 0 ? undefined : [open, close + 1];
    }
    if ("。！？；".includes(character)) return undefined;
  }
  return undefined;
}

function lastOpening(symbols: string, from: number, line: number): number {
  for (let at = from; at >= line; at--) if (OPEN.includes(symbols[at] as string)) return at;
  return -1;
}

function quotationEnd(symbols: string, from: number): number {
  for (let at = from; at < symbols.length && symbols[at] !== "\n"; at++) if (CLOSE.includes(symbols[at] as string)) return at + 1;
  return sentenceEnd(symbols, from);
}
