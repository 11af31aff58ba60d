const FIRST_SIZE = 1 << 12;
/** A slot holds the state that an edge leaves, its character, the state that it reaches (0: the slot is free), and VALUE. */
const SLOT = 4;
const UNIT = 1;
const TO = 2;
/** One more than the value of the word that ends with this edge; 0 where none does. */
const VALUE = 3;

/**
 * A trie from words to numbers, kept as one hash table of its edges: (state, character) -> state. Finding every word that
 * begins at a position probes one typed array, one cache line for each character, and allocates nothing; building it takes
 * one step a character, so that a program which runs for a second does not spend half of it on loading words.
 */
export class Trie {
  private slots = new Int32Array(FIRST_SIZE * SLOT);
  private mask = FIRST_SIZE - 1;
  /** The root's edges, which every position of a text asks for: for each character the state reached, and the value plus 1. */
  private readonly first = new Int32Array(65536 * 2);
  /** States count from 1; the root is 0. */
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
    const { first, slots, mask } = this;
    const root = text.charCodeAt(start) * 2;
    let state = first[root] as number;
    let value = first[root + 1] as number;
    let size = 0;
    for (let at = start + 1; state !== 0; at++) {
      if (value !== 0) {
        into[size++] = at;
        into[size++] = value - 1;
      }
      if (at >= text.length) break;
      const unit = text.charCodeAt(at);
      let slot = (hash(state, unit) & mask) * SLOT;
      while (slots[slot + TO] !== 0 && (slots[slot] !== state || slots[slot + UNIT] !== unit))
        slot = ((slot / SLOT + 1) & mask) * SLOT;
      state = slots[slot + TO] as number;
      value = slots[slot + VALUE] as number;
    }
    return size >> 1;
  }

  /** The value of a word, or -1. */
  valueOf(word: string): number {
    const root = word.charCodeAt(0) * 2;
    let state = this.first[root] ?? 0;
    let value = this.first[root + 1] ?? 0;
    for (let at = 1; at < word.length && state !== 0; at++) {
      const slot = this.slotOf(state, word.charCodeAt(at));
      state = this.slots[slot + TO] as number;
      value = this.slots[slot + VALUE] as number;
    }
    return state === 0 ? -1 : value - 1;
  }

  /** Where the edge stands, or the free slot where it would. */
  private slotOf(state: number, unit: number): number {
    const { slots, mask } = this;
    let index = hash(state, unit) & mask;
    while (slots[index * SLOT + TO] !== 0 && (slots[index * SLOT] !== state || slots[index * SLOT + UNIT] !== unit))
      index = (index + 1) & mask;
    return index * SLOT;
  }

  private add(word: string, value: number): void {
    const root = word.charCodeAt(0) * 2;
    if (this.first[root] === 0) this.first[root] = this.states++;
    if (word.length === 1) {
      this.first[root + 1] = value + 1;
      return;
    }
    let state = this.first[root] as number;
    let slot = 0;
    for (let at = 1; at < word.length; at++) {
      slot = this.edgeFrom(state, word.charCodeAt(at));
      state = this.slots[slot + TO] as number;
    }
    this.slots[slot + VALUE] = value + 1;
  }

  /** The slot of an edge, which is made where it is missing. */
  private edgeFrom(state: number, unit: number): number {
    const slot = this.slotOf(state, unit);
    if (this.slots[slot + TO] !== 0) return slot;
    if (++this.edges * 2 > this.mask) this.grow();
    return this.put(state, unit, this.states++, 0);
  }

  private put(state: number, unit: number, reached: number, value: number): number {
    const slot = this.slotOf(state, unit);
    this.slots[slot] = state;
    this.slots[slot + UNIT] = unit;
    this.slots[slot + TO] = reached;
    this.slots[slot + VALUE] = value;
    return slot;
  }

  private grow(): void {
    const old = this.slots;
    this.mask = this.mask * 2 + 1;
    this.slots = new Int32Array((this.mask + 1) * SLOT);
    for (let slot = 0; slot < old.length; slot += SLOT)
      if (old[slot + TO] !== 0)
        this.put(
          old[slot] as number,
          old[slot + UNIT] as number,
          old[slot + TO] as number,
          old[slot + VALUE] as number,
        );
  }
}

const hash = (state: number, unit: number): number => {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};
