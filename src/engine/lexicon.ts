import { grained } from "./costs.js";
import { Trie } from "./trie.js";
import type { WordRef } from "./word.js";

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
  /** The entries' costs, and what each tells of a name beside it (see Role), side by side for the segmentation's inner loop. */
  readonly costs: Float64Array;
  readonly roles: Uint8Array;
  /** What a word of each entry refers to, made once for all texts. */
  readonly refs: readonly WordRef[];
  /** 1 for each symbol of which some entry names something that a gazetteer holds. */
  readonly canName: Uint8Array;
  readonly symbols: Symbols;
}

/** What a word tells of a name of a person beside it, as bits. */
export const Role = {
  /** A title: a name may begin behind it. */
  announces: 1,
  /** A title, 先生, a verb of saying or of what people do: a name may end before it. */
  follows: 2,
  /** A title or 先生, before which a surname may stand alone. */
  addresses: 4,
  surname: 8,
} as const;

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
export const costOf = (frequency: number): number => grained(Math.log(CORPUS_WORDS / Math.max(frequency, 1)));

/**
 * Merge readings by surface and index them.
 * A surface that is both an ordinary word and a safe name is read as a name: its classes hold both.
 */
export function buildLexicon(readings: Iterable<Reading>, symbols: Symbols): Lexicon {
  const merged = new Map<string, MergedReading>();
  for (const { surface, classes, key, isWeak, frequency } of readings) {
    let entry = merged.get(surface);
    if (!entry) merged.set(surface, (entry = { classes: surface.length === 1 ? ["char", "word"] : ["word"], keys: NO_KEYS, weakKeys: NO_KEYS, frequency: 0 }));
    for (const name of classes) if (!entry.classes.includes(name)) entry.classes.push(name);
    if (key !== undefined && isWeak) entry.weakKeys = withKey(entry.weakKeys, key);
    else if (key !== undefined) entry.keys = withKey(entry.keys, key);
    if (frequency > entry.frequency) entry.frequency = frequency;
  }
  const entries: LexiconEntry[] = [];
  for (const [surface, { classes, keys, weakKeys, frequency }] of merged) {
    const symbol = symbols.of(classes);
    entries.push({ surface, classes: symbols.classesOf(symbol), keys, weakKeys, cost: costOf(frequency), symbol });
  }
  return {
    trie: Trie.of(entries.map((entry) => entry.surface)),
    entries,
    costs: Float64Array.from(entries, (entry) => entry.cost),
    refs: entries.map((entry) => ({ kind: "entry", entry })),
    canName: symbolsOf(entries.filter(({ keys, weakKeys }) => keys.length > 0 || weakKeys.length > 0)),
    roles: Uint8Array.from(entries, ({ classes }) => rolesOf(classes)),
    symbols,
  };
}

function symbolsOf(entries: readonly LexiconEntry[]): Uint8Array {
  const table = new Uint8Array(65536);
  for (const { symbol } of entries) table[symbol] = 1;
  return table;
}

function rolesOf(classes: ReadonlySet<string>): number {
  const isTitle = classes.has("list.title");
  const isHonorific = classes.has("list.honorific");
  const isVerb = classes.has("list.speech-verb") || classes.has("list.person-verb");
  return (isTitle ? Role.announces : 0) | (isTitle || isHonorific || isVerb ? Role.follows : 0) | (isTitle || isHonorific ? Role.addresses : 0) | (classes.has("surname") ? Role.surname : 0);
}

interface MergedReading {
  readonly classes: string[];
  keys: readonly string[];
  weakKeys: readonly string[];
  frequency: number;
}

const NO_KEYS: readonly string[] = [];
const withKey = (keys: readonly string[], key: string): readonly string[] => (keys.includes(key) ? keys : [...keys, key]);

const FIRST = 0xe000;
const LAST = 0xf8ff;

/**
 * The alphabet of encoded text: one private-use character for each set of classes that occurs together.
 * A rule that asks for a class matches any of the characters whose set holds it.
 */
export class Symbols {
  private readonly bySignature = new Map<string, number>();
  private readonly sets: ReadonlySet<string>[] = [];
  private readonly tables = new Map<string, Uint8Array>();

  /** The symbol of a set of classes. */
  of(classes: readonly string[]): number {
    const written = classes.join(" ");
    let symbol = this.bySignature.get(written);
    if (symbol === undefined) {
      const sorted = [...new Set(classes)].sort();
      symbol = this.bySignature.get(sorted.join(" ")) ?? this.add(sorted);
      this.bySignature.set(written, symbol);
    }
    return symbol;
  }

  private add(sorted: readonly string[]): number {
    const symbol = FIRST + this.sets.length;
    if (symbol > LAST) throw new Error("More than 6,400 different sets of classes: no symbols are left.");
    this.bySignature.set(sorted.join(" "), symbol);
    this.sets.push(new Set(sorted));
    this.tables.clear();
    return symbol;
  }

  /** The classes that a symbol stands for; nothing for a character that stands for itself. */
  classesOf(symbol: number): ReadonlySet<string> {
    return this.sets[symbol - FIRST] ?? NONE;
  }

  has(symbol: number, name: string): boolean {
    return this.sets[symbol - FIRST]?.has(name) ?? false;
  }

  /** For each code unit 1 where it is a symbol whose set holds the class, for loops that ask it of every piece of a text. */
  tableOf(name: string): Uint8Array {
    let table = this.tables.get(name);
    if (!table) this.tables.set(name, (table = Uint8Array.from({ length: 65536 }, (_, unit) => (this.has(unit, name) ? 1 : 0))));
    return table;
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
