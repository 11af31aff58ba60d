/**
 * A double-array trie from words to numbers. Looking up every word that begins at a position walks two integer arrays, with
 * no allocation, which is what makes one pass over the text with all of the words affordable.
 *
 * After Aoe, "An efficient digital search algorithm by using a double-array structure" (IEEE TSE 15, 1989).
 */
export class Trie {
  private constructor(
    private readonly codes: Uint16Array,
    private readonly base: Int32Array,
    private readonly check: Int32Array,
    /** The value of the word that ends in a state, or -1. */
    private readonly value: Int32Array,
  ) {}

  /** Build from distinct, non-empty words; a word's value is its place in the list. */
  static of(words: readonly string[]): Trie {
    return new Trie(...build(words));
  }

  /**
   * Call `found(end, value)` for each word that begins at `start`, shortest first.
   * `end` is the offset behind the word.
   */
  wordsAt(text: string, start: number, found: (end: number, value: number) => void): void {
    const { codes, base, check, value } = this;
    let state = 0;
    for (let at = start; at < text.length; at++) {
      const code = codes[text.charCodeAt(at)] as number;
      if (code === 0) return;
      const next = (base[state] as number) + code;
      if (check[next] !== state) return;
      state = next;
      const word = value[state] as number;
      if (word >= 0) found(at + 1, word);
    }
  }

  /**
   * The same without a callback: writes (end, value) pairs into `into` from index 0 and returns how many pairs there are.
   * `into` must hold two numbers for each character of the longest word.
   */
  collectAt(text: string, start: number, into: Int32Array): number {
    const { codes, base, check, value } = this;
    let state = 0;
    let pairs = 0;
    for (let at = start; at < text.length; at++) {
      const code = codes[text.charCodeAt(at)] as number;
      if (code === 0) break;
      const next = (base[state] as number) + code;
      if (check[next] !== state) break;
      state = next;
      const word = value[state] as number;
      if (word >= 0) {
        into[pairs * 2] = at + 1;
        into[pairs * 2 + 1] = word;
        pairs++;
      }
    }
    return pairs;
  }

  /** The value of a word, or -1. */
  valueOf(word: string): number {
    let result = -1;
    this.wordsAt(word, 0, (end, value) => {
      if (end === word.length) result = value;
    });
    return result;
  }
}

type Arrays = [codes: Uint16Array, base: Int32Array, check: Int32Array, value: Int32Array];

/** The words in order, so that the words below a state are a run of them: [from, to) at a depth. */
interface Branch {
  readonly state: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

function build(words: readonly string[]): Arrays {
  const order = words.map((_, index) => index).sort((a, b) => ((words[a] as string) < (words[b] as string) ? -1 : 1));
  const sorted = order.map((index) => words[index] as string);
  const { codes, alphabet } = encodeCharacters(sorted);
  let size = 1024;
  while (size < sorted.reduce((sum, word) => sum + word.length, 0) * 2 + alphabet * 4) size *= 2;
  const base = new Int32Array(size);
  const check = new Int32Array(size).fill(-1);
  const value = new Int32Array(size).fill(-1);
  check[0] = -2;
  const search: Search = { from: 1 };
  const queue: Branch[] = [{ state: 0, from: 0, to: sorted.length, depth: 0 }];
  for (let head = 0; head < queue.length; head++) {
    const { state, from, to, depth } = queue[head] as Branch;
    const children = childrenOf(sorted, codes, from, to, depth);
    if (children.length === 0) continue;
    const offset = freeOffset(check, children, search);
    base[state] = offset;
    for (const child of children) {
      const next = offset + child.code;
      check[next] = state;
      if ((sorted[child.from] as string).length === depth + 1) value[next] = order[child.from] as number;
      queue.push({ state: next, from: child.from, to: child.to, depth: depth + 1 });
    }
  }
  return [codes, base, check, value];
}

/** Frequent characters get small codes, which keeps the arrays dense. Code 0 means "in no word". */
function encodeCharacters(words: readonly string[]): { codes: Uint16Array; alphabet: number } {
  const counts = new Uint32Array(65536);
  for (const word of words) for (let i = 0; i < word.length; i++) (counts[word.charCodeAt(i)] as number) += 1;
  const present: number[] = [];
  counts.forEach((count, unit) => count > 0 && present.push(unit));
  present.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const codes = new Uint16Array(65536);
  present.forEach((unit, index) => {
    codes[unit] = index + 1;
  });
  return { codes, alphabet: present.length + 1 };
}

interface Child {
  readonly code: number;
  readonly from: number;
  readonly to: number;
}

function childrenOf(sorted: readonly string[], codes: Uint16Array, from: number, to: number, depth: number): Child[] {
  const children: Child[] = [];
  let at = from;
  while (at < to && (sorted[at] as string).length <= depth) at++;
  while (at < to) {
    const unit = (sorted[at] as string).charCodeAt(depth);
    let end = at + 1;
    while (end < to && (sorted[end] as string).charCodeAt(depth) === unit) end++;
    children.push({ code: codes[unit] as number, from: at, to: end });
    at = end;
  }
  return children.sort((a, b) => a.code - b.code);
}

/** Where the search for free slots begins; a stretch that is almost full is not searched again. */
interface Search {
  from: number;
}

function freeOffset(check: Int32Array, children: readonly Child[], search: Search): number {
  const lowest = (children[0] as Child).code;
  let taken = 0;
  const begin = Math.max(search.from, lowest + 1);
  for (let slot = begin; ; slot++) {
    if (check[slot] !== -1) {
      taken++;
      continue;
    }
    const offset = slot - lowest;
    let isFree = true;
    for (let i = 1; i < children.length && isFree; i++) isFree = check[offset + (children[i] as Child).code] === -1;
    if (!isFree) continue;
    if (slot - begin > 64 && taken / (slot - begin) > 0.9) search.from = slot;
    return offset;
  }
}
