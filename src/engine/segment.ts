import { type Lexicon, Role } from "./lexicon.js";
import { NAME_KINDS, NameCandidates, type NameKind, type NameModel } from "./names.js";
import type { Token } from "./tokens.js";
import { NAME_REF, type Word } from "./word.js";

export type { Word, WordRef } from "./word.js";

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

/**
 * Cut a text into the likeliest sequence of words: the cheapest path through all the words of the lexicon and all possible
 * names of people. Dates and figures, found before, stand as they are.
 *
 *     "广州市长黎明说"  ->  广州 | 市长 | 黎明 (a name) | 说
 */
export function segment(
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  names: NameModel,
  symbols: TokenSymbols,
): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (const token of tokens) {
    segmentStretch(text, from, token.start, lexicon, names, symbols, words);
    words.push({
      start: token.start,
      end: token.end,
      symbol: token.isYear ? symbols.year : symbols[token.kind],
      ref: { kind: "token", token },
      mention: undefined,
    });
    from = token.end;
  }
  segmentStretch(text, from, text.length, lexicon, names, symbols, words);
  return words;
}

const UNKNOWN_COST = 13;
const SURNAME_ALONE = -4;
const BEFORE_MARK = -1.5;
const BEFORE_WORD = -2.5;
const LONGEST_WORD = 256;

/** Entry number, UNKNOWN, or the kind of a name: -2 for the first kind, -3 for the second … */
const UNKNOWN = -1;
const FIRST_NAME = -2;

/**
 * The places of the text that paths may still lead through, counted from `base`: what the cheapest path to each costs, where
 * its last word begins, and what that word is. Where no word reaches across a place, every path leads through it: what lies
 * before is decided then, and the count begins anew, so that these arrays stay as short as the longest tangle of words.
 */
let cost = new Float64Array(1024);
let back = new Int32Array(1024);
let via = new Int32Array(1024);
let furthest = 0;

const found = new Int32Array(LONGEST_WORD * 2);
const candidates = new NameCandidates();

function segmentStretch(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
  names: NameModel,
  symbols: TokenSymbols,
  words: Word[],
): void {
  if (from >= to) return;
  const { trie, costs, roles } = lexicon;
  let base = from;
  via[0] = UNKNOWN;
  cost[0] = 0;
  furthest = 0;
  for (let start = from; start < to; start++) {
    if (start > base && furthest === start - base) {
      pushPath(text, base, furthest, lexicon, symbols, words);
      via[0] = via[furthest] as number;
      base = start;
      furthest = 0;
    }
    const at = start - base;
    const here = at === 0 ? 0 : (cost[at] as number);
    const unit = text.charCodeAt(start);
    relax(at + 1, here + (unit < 0x4e00 || unit > 0x9fff ? 1 : UNKNOWN_COST), at, UNKNOWN);
    if (unit < 0x30) continue;
    const before = (via[at] as number) >= 0 ? (roles[via[at] as number] as number) : 0;
    const size = trie.collectAt(text, start, found) * 2;
    for (let i = 0; i < size; i += 2) {
      const end = found[i] as number;
      if (end > to) break;
      const entry = found[i + 1] as number;
      if (unit < 0x80 && isInLatinWord(text, start, end)) continue;
      const addressed =
        (before & Role.surname) !== 0 && ((roles[entry] as number) & Role.addresses) !== 0 ? SURNAME_ALONE : 0;
      relax(end - base, here + (costs[entry] as number) + addressed, at, entry);
    }
    names.collectAt(text, start, to, (before & Role.announces) !== 0, candidates);
    for (let i = 0; i < candidates.size; i++) {
      const end = candidates.ends[i] as number;
      const price = here + (candidates.costs[i] as number);
      // Most names cost more than the words that stand there, whatever follows them.
      if (end - base <= furthest && price + BEFORE_WORD >= (cost[end - base] as number)) continue;
      relax(end - base, price + behindName(text, end, to, lexicon), at, FIRST_NAME - (candidates.kinds[i] as number));
    }
  }
  pushPath(text, base, to - base, lexicon, symbols, words);
}

/** Whether [start, end) is cut out of a longer word of Latin letters: LINE in ONLINE. */
function isInLatinWord(text: string, start: number, end: number): boolean {
  return isLatin(text.charCodeAt(start - 1)) || isLatin(text.charCodeAt(end));
}

const isLatin = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);

function relax(at: number, price: number, previous: number, what: number): void {
  if (at > furthest) reach(at);
  if (price >= (cost[at] as number)) return;
  cost[at] = price;
  back[at] = previous;
  via[at] = what;
}

/** No path has come so far yet. */
function reach(at: number): void {
  if (at >= cost.length) {
    cost = enlarged(cost, new Float64Array(at * 2));
    back = enlarged(back, new Int32Array(at * 2));
    via = enlarged(via, new Int32Array(at * 2));
  }
  while (furthest < at) cost[++furthest] = Number.POSITIVE_INFINITY;
}

function enlarged<T extends Float64Array | Int32Array>(array: T, larger: T): T {
  larger.set(array);
  return larger;
}

const CLOSING = new Uint8Array(65536);
for (const mark of "，。、：；！？）)》」』”,:;!?(（ \n　·") CLOSING[mark.charCodeAt(0)] = 1;

const behind = new Int32Array(LONGEST_WORD * 2);

/** What it takes from the cost of a name that a mark, the end, or a word that stands behind names follows. */
function behindName(text: string, end: number, to: number, { trie, roles }: Lexicon): number {
  if (end >= to || CLOSING[text.charCodeAt(end)] === 1) return BEFORE_MARK;
  const size = trie.collectAt(text, end, behind) * 2;
  for (let i = 1; i < size; i += 2)
    if (((roles[behind[i] as number] as number) & Role.follows) !== 0) return BEFORE_WORD;
  return 0;
}

let path = new Int32Array(1024);

/** Add the words of the cheapest path from `base` to the place `length` behind it. */
function pushPath(
  text: string,
  base: number,
  length: number,
  { entries, refs }: Lexicon,
  symbols: TokenSymbols,
  words: Word[],
): void {
  if (path.length <= length) path = new Int32Array(length * 2);
  let steps = 0;
  for (let at = length; at > 0; at = back[at] as number) path[steps++] = at;
  let start = base;
  while (steps > 0) {
    const at = path[--steps] as number;
    const end = base + at;
    const what = via[at] as number;
    if (what >= 0) words.push({ start, end, symbol: entries[what]!.symbol, ref: refs[what], mention: undefined });
    else if (what === UNKNOWN)
      words.push({ start, end, symbol: text.charCodeAt(start), ref: undefined, mention: undefined });
    else
      words.push({
        start,
        end,
        symbol: symbols.names[NAME_KINDS[FIRST_NAME - what] as NameKind],
        ref: NAME_REF,
        mention: undefined,
      });
    start = end;
  }
}
