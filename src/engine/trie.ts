const FIRST_SIZE = 1 << 12;

/**
 * A trie from words to numbers, kept as one hash table of its edges: (state, character) -> state. Finding every word that
 * begins at a position probes a few typed arrays and allocates nothing, and building it takes one step a character, so that
 * a program which runs for a second does not spend half of it on loading words.
 */
export class Trie {
  /** For each slot: the state that the edge leaves, its character, and the state that it reaches; 0 where there is none. */
  private from = new Int32Array(FIRST_SIZE);
  private unit = new Uint16Array(FIRST_SIZE);
  private to = new Int32Array(FIRST_SIZE);
  private mask = FIRST_SIZE - 1;
  /** The root's edges, which every position of a text asks for. */
  private readonly first = new Int32Array(65536);
  /** For each state the value of the word that ends in it, or -1. States count from 1; the root is 0. */
  private value = new Int32Array(FIRST_SIZE).fill(-1);
  private states = 1;
  private edges = 0;

  /** Build from distinct, non-empty words; a word's value is its place in the list. */
  static of(words: readonly string[]): Trie {
    const trie = new Trie();
    words.forEach((word, value) => {
      trie.add(word, value);
    });
    return trie;
  }

  /**
   * Find all words that begin at `start`, shortest first: writes (end, value) pairs into `into` from index 0 and returns how
   * many pairs there are. `into` must hold two numbers for each character of the longest word.
   */
  collectAt(text: string, start: number, into: Int32Array): number {
    let state = this.first[text.charCodeAt(start)] as number;
    let pairs = 0;
    for (let at = start + 1; state !== 0; at++) {
      const word = this.value[state] as number;
      if (word >= 0) {
        into[pairs * 2] = at;
        into[pairs * 2 + 1] = word;
        pairs++;
      }
      if (at >= text.length) break;
      state = this.next(state, text.charCodeAt(at));
    }
    return pairs;
  }

  /** The value of a word, or -1. */
  valueOf(word: string): number {
    let state = this.first[word.charCodeAt(0)] as number;
    for (let at = 1; at < word.length && state !== 0; at++) state = this.next(state, word.charCodeAt(at));
    return state === 0 ? -1 : (this.value[state] as number);
  }

  private next(state: number, unit: number): number {
    const { from, unit: units, to, mask } = this;
    for (let slot = hash(state, unit) & mask; ; slot = (slot + 1) & mask) {
      const reached = to[slot] as number;
      if (reached === 0 || (from[slot] === state && units[slot] === unit)) return reached;
    }
  }

  private add(word: string, value: number): void {
    const unit = word.charCodeAt(0);
    if (this.first[unit] === 0) this.first[unit] = this.newState();
    let state = this.first[unit] as number;
    for (let at = 1; at < word.length; at++) state = this.next(state, word.charCodeAt(at)) || this.connect(state, word.charCodeAt(at));
    this.value[state] = value;
  }

  private newState(): number {
    if (this.states === this.value.length) {
      const larger = new Int32Array(this.states * 2).fill(-1);
      larger.set(this.value);
      this.value = larger;
    }
    return this.states++;
  }

  private connect(state: number, unit: number): number {
    if (++this.edges * 2 > this.mask) this.grow();
    const reached = this.newState();
    this.put(state, unit, reached);
    return reached;
  }

  private put(state: number, unit: number, reached: number): void {
    let slot = hash(state, unit) & this.mask;
    while (this.to[slot] !== 0) slot = (slot + 1) & this.mask;
    this.from[slot] = state;
    this.unit[slot] = unit;
    this.to[slot] = reached;
  }

  private grow(): void {
    const { from, unit, to } = this;
    const size = (this.mask + 1) * 2;
    this.mask = size - 1;
    this.from = new Int32Array(size);
    this.unit = new Uint16Array(size);
    this.to = new Int32Array(size);
    for (let slot = 0; slot < to.length; slot++) if (to[slot] !== 0) this.put(from[slot] as number, unit[slot] as number, to[slot] as number);
  }
}

const hash = (state: number, unit: number): number => {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};
