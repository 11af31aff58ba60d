import { type Lexicon, type LexiconEntry, Role } from "./lexicon.js";
import type { NameKind, NameModel } from "./names.js";
import type { Token } from "./tokens.js";

/** What one word of a segmented text refers to. */
export type WordRef =
  | { readonly kind: "entry"; readonly entry: LexiconEntry }
  | { readonly kind: "token"; readonly token: Token }
  | { readonly kind: "name" };

/** One word of a text: [start, end), its symbol in encoded text, and what it refers to. Unknown characters refer to nothing. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly symbol: number;
  readonly ref?: WordRef;
}

/** The symbols of the words that are no entries of the lexicon. */
export interface TokenSymbols {
  readonly date: number;
  /** A date that is a year in figures (2026年), with which names of events begin. */
  readonly year: number;
  readonly number: number;
  readonly quantity: number;
  readonly ordinal: number;
  /** Possible names of people, by what they look like. */
  readonly names: Readonly<Record<NameKind, number>>;
}

const UNKNOWN_COST = 13;
const SURNAME_ALONE = -4;
const BEFORE_MARK = -1.5;
const BEFORE_WORD = -2.5;
const CLOSING = new Set([..."，。、：；！？）)》」』”,:;!?(（ \n　·"].map((mark) => mark.charCodeAt(0)));
const LONGEST_WORD = 64;

/**
 * Cut a text into the likeliest sequence of words: the cheapest path through all the words of the lexicon and all possible
 * names of people. Dates and figures, found before, stand as they are.
 *
 *     "广州市长黎明说"  ->  广州 | 市长 | 黎明 (a name) | 说
 */
export function segment(text: string, tokens: readonly Token[], lexicon: Lexicon, names: NameModel, symbols: TokenSymbols): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (const token of tokens) {
    segmentStretch(text, from, token.start, lexicon, names, symbols, words);
    words.push({ start: token.start, end: token.end, symbol: token.isYear ? symbols.year : symbols[token.kind], ref: { kind: "token", token } });
    from = token.end;
  }
  segmentStretch(text, from, text.length, lexicon, names, symbols, words);
  return words;
}

let cost = new Float64Array(4096);
let back = new Int32Array(4096);
/** Entry number, UNKNOWN, or the kind of a name. */
let via = new Int32Array(4096);
const pairs = new Int32Array(LONGEST_WORD * 2 + 256);
const behind = new Int32Array(LONGEST_WORD * 2 + 256);
const UNKNOWN = -1;
/** A name of the first kind is -2, of the second -3 … */
const FIRST_NAME = -2;
const KINDS: readonly NameKind[] = ["native", "foreign", "dotted", "short"];

function segmentStretch(
  text: string, from: number, to: number, lexicon: Lexicon, names: NameModel, symbols: TokenSymbols, words: Word[],
): void {
  const length = to - from;
  if (length <= 0) return;
  reserve(length + 1);
  cost.fill(Number.POSITIVE_INFINITY, 0, length + 1);
  cost[0] = 0;
  const { trie, entries, costs, roles } = lexicon;
  let origin = 0;
  const foundName = (end: number, price: number, kind: NameKind): void => relax(end - from, (cost[origin] as number) + price + behindName(text, end, to, lexicon), origin, FIRST_NAME - KINDS.indexOf(kind));
  for (let at = 0; at < length; at++) {
    const here = cost[at] as number;
    const start = from + at;
    const unit = text.charCodeAt(start);
    relax(at + 1, here + (unit < 0x4e00 || unit > 0x9fff ? 1 : UNKNOWN_COST), at, UNKNOWN);
    if (unit < 0x30) continue;
    const before = at > 0 && (via[at] as number) >= 0 ? (roles[via[at] as number] as number) : 0;
    const found = trie.collectAt(text, start, pairs);
    for (let i = 0; i < found; i++) {
      const end = (pairs[i * 2] as number) - from;
      if (end > length) break;
      const entry = pairs[i * 2 + 1] as number;
      const addressed = (before & Role.surname) !== 0 && ((roles[entry] as number) & Role.addresses) !== 0 ? SURNAME_ALONE : 0;
      relax(end, here + (costs[entry] as number) + addressed, at, entry);
    }
    origin = at;
    names.at(text, start, to, (before & Role.announces) !== 0, foundName);
  }
  const path: number[] = [];
  for (let at = length; at > 0; at = back[at] as number) path.push(at);
  for (let i = path.length - 1; i >= 0; i--) {
    const end = path[i] as number;
    const start = from + (back[end] as number);
    words.push(wordOf(text, start, from + end, via[end] as number, entries, symbols));
  }
}

/** What it takes from the cost of a name that a mark, the end, or a word that stands behind names follows. */
function behindName(text: string, end: number, to: number, { trie, roles }: Lexicon): number {
  if (end >= to || CLOSING.has(text.charCodeAt(end))) return BEFORE_MARK;
  const found = trie.collectAt(text, end, behind);
  for (let i = 0; i < found; i++) if (((roles[behind[i * 2 + 1] as number] as number) & Role.follows) !== 0) return BEFORE_WORD;
  return 0;
}

function relax(at: number, price: number, previous: number, what: number): void {
  if (price >= (cost[at] as number)) return;
  cost[at] = price;
  back[at] = previous;
  via[at] = what;
}

function wordOf(text: string, start: number, end: number, what: number, entries: readonly LexiconEntry[], symbols: TokenSymbols): Word {
  if (what >= 0) {
    const entry = entries[what] as LexiconEntry;
    return { start, end, symbol: entry.symbol, ref: { kind: "entry", entry } };
  }
  if (what === UNKNOWN) return { start, end, symbol: text.charCodeAt(start) };
  return { start, end, symbol: symbols.names[KINDS[FIRST_NAME - what] as NameKind], ref: { kind: "name" } };
}

function reserve(size: number): void {
  if (cost.length >= size) return;
  cost = new Float64Array(size * 2);
  back = new Int32Array(size * 2);
  via = new Int32Array(size * 2);
}
