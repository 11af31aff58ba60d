import { Trie } from "./trie.js";

/** What is known of one surface form: all of its readings, merged. */
export interface LexiconEntry {
  readonly surface: string;
  /** Classes that rules can ask for: "pos.n", "place", "place.county", "list.agency-head" … */
  readonly classes: ReadonlySet<string>;
  /** Keys of the gazetteer entries that the surface names, in the order of the files. */
  readonly keys: readonly string[];
  /** Keys that it names only where the document supports it (a short form that is also an ordinary word). */
  readonly weakKeys: readonly string[];
  /** Minus the logarithm of how likely the word is: what it costs to read the text this way. */
  readonly cost: number;
  /** The private-use character that stands for the entry's classes in encoded text; 0 where it stands for itself. */
  readonly symbol: number;
}

/** All words that are known, and the symbols of their classes. */
export interface Lexicon {
  readonly trie: Trie;
  readonly entries: readonly LexiconEntry[];
  readonly symbols: Symbols;
}

/** A reading of a surface, before readings are merged. */
export interface Reading {
  readonly surface: string;
  readonly classes: readonly string[];
  readonly key?: string;
  readonly isWeak?: boolean;
  /** Occurrences in 60 million words; readings of one surface keep the greatest. */
  readonly frequency: number;
}

const CORPUS_WORDS = 60_101_964;
export const costOf = (frequency: number): number => Math.log(CORPUS_WORDS / Math.max(frequency, 1));

/**
 * Merge readings by surface and index them.
 * A surface that is both an ordinary word and a safe name is read as a name: its classes hold both.
 */
export function buildLexicon(readings: Iterable<Reading>, symbols: Symbols): Lexicon {
  const merged = new Map<string, { classes: Set<string>; keys: string[]; weakKeys: string[]; frequency: number }>();
  for (const reading of readings) {
    let entry = merged.get(reading.surface);
    if (!entry) merged.set(reading.surface, (entry = { classes: new Set(), keys: [], weakKeys: [], frequency: 0 }));
    for (const name of reading.classes) entry.classes.add(name);
    if (reading.surface.length === 1) entry.classes.add("char");
    if (reading.key !== undefined) {
      const keys = reading.isWeak ? entry.weakKeys : entry.keys;
      if (!keys.includes(reading.key)) keys.push(reading.key);
    }
    entry.frequency = Math.max(entry.frequency, reading.frequency);
  }
  const entries = [...merged].map(([surface, { classes, keys, weakKeys, frequency }]) => ({
    surface, classes, keys, weakKeys, cost: costOf(frequency), symbol: symbols.of(classes),
  }));
  return { trie: Trie.of(entries.map((entry) => entry.surface)), entries, symbols };
}

const FIRST = 0xe000;
const LAST = 0xf8ff;

/**
 * The alphabet of encoded text: one private-use character for each set of classes that occurs together.
 * A rule that asks for a class matches any of the characters whose set holds it.
 */
export class Symbols {
  private readonly bySignature = new Map<string, number>();
  private readonly sets: ReadonlySet<string>[] = [];

  /** The symbol of a set of classes. */
  of(classes: Iterable<string>): number {
    const sorted = [...new Set(classes)].sort();
    const signature = sorted.join(" ");
    let symbol = this.bySignature.get(signature);
    if (symbol === undefined) {
      symbol = FIRST + this.sets.length;
      if (symbol > LAST) throw new Error("More than 6,400 different sets of classes: no symbols are left.");
      this.bySignature.set(signature, symbol);
      this.sets.push(new Set(sorted));
    }
    return symbol;
  }

  /** The classes that a symbol stands for; nothing for a character that stands for itself. */
  classesOf(symbol: number): ReadonlySet<string> {
    return this.sets[symbol - FIRST] ?? NONE;
  }

  has(symbol: number, name: string): boolean {
    return this.sets[symbol - FIRST]?.has(name) ?? false;
  }

  /** All symbols whose set holds the class, as a string. */
  matching(name: string): string {
    let characters = "";
    this.sets.forEach((set, index) => {
      if (set.has(name)) characters += String.fromCharCode(FIRST + index);
    });
    return characters;
  }
}

const NONE: ReadonlySet<string> = new Set();
