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

/** The entry of a surface in normal form; undefined where it is no word of the lexicon. */
export function entryOf(surface: string, { trie, entries }: Lexicon): LexiconEntry | undefined {
  const found = trie.valueOf(surface);
  return found < 0 ? undefined : entries[found];
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
  const merged = new Map<string, Reading[]>();
  for (const reading of readings) {
    const same = merged.get(reading.surface);
    if (same) same.push(reading);
    else merged.set(reading.surface, [reading]);
  }
  const symbolOf = symbolFinder(symbols);
  const entries = Array.from(merged, ([surface, same]): LexiconEntry => {
    const symbol = symbolOf(surface, same);
    const frequency = same.reduce((most, one) => Math.max(most, one.frequency), 0);
    return {
      surface,
      classes: symbols.classesOf(symbol),
      keys: keysOf(same, false),
      weakKeys: keysOf(same, true),
      cost: costOf(frequency),
      symbol,
    };
  });
  return {
    trie: Trie.of(entries.map(entry => entry.surface)),
    entries,
    costs: Float64Array.from(entries, entry => entry.cost),
    refs: entries.map(entry => ({ kind: "entry", entry })),
    canName: symbolsOf(entries.filter(({ keys, weakKeys }) => keys.length > 0 || weakKeys.length > 0)),
    roles: Uint8Array.from(entries, roleFinder()),
    symbols,
  };
}

/** Most words have one reading, and share its list of classes with thousands of others: their symbol is looked up by the list. */
function symbolFinder(symbols: Symbols): (surface: string, readings: readonly Reading[]) => number {
  const [ofCharacters, ofWords] = [new Map<readonly string[], number>(), new Map<readonly string[], number>()];
  return (surface, readings) => {
    const base = surface.length === 1 ? ["char", "word"] : ["word"];
    if (readings.length > 1) return symbols.of([...new Set([...base, ...readings.flatMap(({ classes }) => classes)])]);
    const { classes } = readings[0] as Reading;
    const known = surface.length === 1 ? ofCharacters : ofWords;
    let symbol = known.get(classes);
    if (symbol === undefined) known.set(classes, (symbol = symbols.of([...base, ...classes])));
    return symbol;
  };
}

function keysOf(readings: readonly Reading[], areWeak: boolean): readonly string[] {
  const keys = readings.flatMap(({ key, isWeak = false }) => (key !== undefined && isWeak === areWeak ? [key] : []));
  return keys.length === 0 ? NO_KEYS : [...new Set(keys)];
}

/** Entries with one symbol have the same classes, and so the same roles. */
function roleFinder(): (entry: LexiconEntry) => number {
  const known = new Map<number, number>();
  return ({ symbol, classes }) => {
    let roles = known.get(symbol);
    if (roles === undefined) known.set(symbol, (roles = rolesOf(classes)));
    return roles;
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
  return (
    (isTitle ? Role.announces : 0) |
    (isTitle || isHonorific || isVerb ? Role.follows : 0) |
    (isTitle || isHonorific ? Role.addresses : 0) |
    (classes.has("surname") ? Role.surname : 0)
  );
}

const NO_KEYS: readonly string[] = [];

const FIRST = 0xe000;
const LAST = 0xf8ff;

/**
 * The alphabet of encoded text: one private-use character for each set of classes that occurs together.
 * A rule that asks for a class matches any of the characters whose set holds it.
 */
export class Symbols {
  private readonly bySignature = new Map<string, number>();
  private readonly sets: ReadonlySet<string>[] = [];
  private readonly byClass = new Map<string, string>();
  private readonly tables = new Map<string, Uint8Array>();
  private isSealed = false;

  /** From here on rules are compiled: a set that came later would be one that no rule knows. */
  seal(): void {
    this.isSealed = true;
  }

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
    if (this.isSealed)
      throw new Error(`No rule can know of the classes ${sorted.join(", ")}: they were made after the rules.`);
    const symbol = FIRST + this.sets.length;
    if (symbol > LAST) throw new Error("More than 6,400 different sets of classes: no symbols are left.");
    this.bySignature.set(sorted.join(" "), symbol);
    this.sets.push(new Set(sorted));
    for (const name of sorted) this.byClass.set(name, this.matching(name) + String.fromCharCode(symbol));
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

  /** For each code unit 1 where it is a symbol whose set holds one of the classes, for loops that ask it of every piece of a text. */
  tableOf(...names: readonly string[]): Uint8Array {
    const written = names.join(" ");
    let table = this.tables.get(written);
    if (table) return table;
    table = new Uint8Array(65536);
    for (const name of names) for (const symbol of this.matching(name)) table[symbol.charCodeAt(0)] = 1;
    this.tables.set(written, table);
    return table;
  }

  /** All symbols whose set holds the class, as a string. */
  matching(name: string): string {
    return this.byClass.get(name) ?? "";
  }
}

const NONE: ReadonlySet<string> = new Set();
