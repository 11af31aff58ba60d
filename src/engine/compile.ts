import { neighboursOf, type UnitSet } from "./neighbours.js";
import type { Item, Pattern } from "./pattern.js";

/** How the encoding of a phase writes what a pattern asks for. */
export interface Alphabet {
  /** The characters that stand for a class, as they may stand between [ and ] (escaped). Empty where nothing can match. */
  classCharacters(name: string): string;
  /** A word as it stands in encoded text: its symbol, or its characters. Undefined where it cannot stand there. */
  word(text: string): string | undefined;
  /** The words of a list. */
  list(name: string): readonly string[];
}

/**
 * A pattern as one expression that is tried only where its anchor stands: what precedes the anchor is a lookbehind, which
 * the engine matches from right to left, so no position is tried in vain and nothing is scanned twice.
 */
export interface CompiledPattern {
  readonly pattern: Pattern;
  /** Sticky; group "$left" holds what precedes the anchor, the named groups the captures. */
  readonly expression: RegExp;
  /** The same with indices of groups (slower, so it runs only on a match). */
  readonly indexed: RegExp;
  /** What the encoded text has where the anchor begins: the rule is tried at these strings alone. */
  readonly starts: readonly string[];
  /** The place of the anchor in the pattern. */
  readonly anchor: number;
  /** What can stand right before the anchor, where something must; and right behind it, where the anchor is one symbol. */
  readonly before?: UnitSet;
  readonly behind?: UnitSet;
}

/** Sentence ends, and what separates clauses within a sentence. */
const STOPS = "。！？!?；;\\n";
const COMMAS = "，,：:";
/** What joins the members of a series. */
export const JOINERS: readonly string[] = ["以及", "、", ",", "和", "与", "及", "暨", "同", "或"];

/** Compile a pattern for an alphabet. Throws where no element can be the anchor. */
export function compilePattern(pattern: Pattern, alphabet: Alphabet): CompiledPattern {
  const anchor = anchorOf(pattern, alphabet);
  const item = pattern[anchor] as Item;
  const left = sourceOf(pattern.slice(0, anchor), alphabet);
  const body = `${sourceOfItem(item, alphabet)}${sourceOf(pattern.slice(anchor + 1), alphabet)}`;
  const source = left === "" ? `(?<$left>)${body}` : `(?<=(?<$left>${left}))${body}`;
  return { pattern, expression: new RegExp(source, "y"), indexed: new RegExp(source, "dy"), starts: startsOf(item, alphabet) ?? [], anchor, ...neighbours(pattern, anchor, alphabet) };
}

function neighbours(pattern: Pattern, anchor: number, alphabet: Alphabet): { before?: UnitSet; behind?: UnitSet } {
  const item = pattern[anchor] as Item;
  const isOne = symbolsOf(item, alphabet) !== undefined;
  return { before: neighboursOf(pattern.slice(0, anchor), "before", alphabet), behind: isOne ? neighboursOf(pattern.slice(anchor + 1), "behind", alphabet) : undefined };
}

/** The source of a pattern that stands immediately before a place, at a place, or anywhere in a stretch of text. */
export function sourceOf(pattern: Pattern, alphabet: Alphabet): string {
  return pattern.map((item) => sourceOfItem(item, alphabet)).join("");
}

function sourceOfItem(item: Item, alphabet: Alphabet): string {
  switch (item.kind) {
    case "literal":
      return wordSource(item.text, alphabet);
    case "list":
      return listSource(item.name, alphabet);
    case "class":
      return classSource(item, alphabet);
    case "group":
      return capture(unionOf(item.alternatives, alphabet) ?? item.alternatives.map((one) => sourceOf(one, alphabet)).join("|"), item.capture);
    case "repeat":
      return `(?:${sourceOfItem(item.item, alphabet)}){${item.least},${item.most}}`;
    case "gap":
      return `[^${STOPS}${item.acrossCommas ? "" : COMMAS}]{0,${item.most}}?`;
    case "edge":
      return item.at === "start" ? `(?<![^${STOPS}${COMMAS}、“”「」"'：（(])` : `(?![^${STOPS}${COMMAS}、”」"'）)])`;
  }
}

function classSource(item: Extract<Item, { kind: "class" }>, alphabet: Alphabet): string {
  const one = `[${item.classes.map((name) => alphabet.classCharacters(name)).join("")}]`;
  return capture(item.isSeries ? `${one}(?:${alternation(JOINERS, alphabet)}?${one}){0,29}` : one, item.capture);
}

/** ({place}|{zone}|与) is one class: what two of them hold is then matched in one way, not in two. */
function unionOf(alternatives: readonly Pattern[], alphabet: Alphabet): string | undefined {
  const single = alternatives.map(([first, ...rest]) => (first && rest.length === 0 ? symbolsOf(first, alphabet) : undefined));
  return alternatives.length > 1 && single.every((one) => one !== undefined) ? `[${single.join("")}]` : undefined;
}

/** The symbols of an element that is always one symbol, as they may stand between [ and ]. */
function symbolsOf(item: Item, alphabet: Alphabet): string | undefined {
  if (item.kind === "class") return item.capture || item.isSeries ? undefined : item.classes.map((name) => alphabet.classCharacters(name)).join("");
  if (item.kind === "list") return alphabet.classCharacters(`list.${item.name}`) || undefined;
  const word = item.kind === "literal" ? alphabet.word(item.text) : undefined;
  return word?.length === 1 ? escapeSource(word) : undefined;
}

/** A list whose words stand as symbols is one class; else its words are spelt out. */
function listSource(name: string, alphabet: Alphabet): string {
  const characters = alphabet.classCharacters(`list.${name}`);
  return characters === "" ? alternation(alphabet.list(name), alphabet) : `[${characters}]`;
}

function capture(source: string, name: string | undefined): string {
  return name ? `(?<${name}>${source})` : `(?:${source})`;
}

/** Longest first, so that a word is never cut short by its own beginning. */
function alternation(words: readonly string[], alphabet: Alphabet): string {
  const sorted = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted.map((word) => wordSource(word, alphabet)).join("|")})`;
}

function wordSource(text: string, alphabet: Alphabet): string {
  const word = alphabet.word(text);
  return word === undefined ? "[]" : escapeSource(word);
}

const escapeSource = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** The element that a rule waits for: the one marked with "!", else the first word, else the first class. */
function anchorOf(pattern: Pattern, alphabet: Alphabet): number {
  const marked = pattern.findIndex((item) => item.anchor);
  if (marked >= 0) return marked;
  const rank = (item: Item): number => {
    const starts = startsOf(item, alphabet);
    if (!starts || starts.length === 0) return 0;
    return item.kind === "class" ? 1 : 2;
  };
  const ranks = pattern.map(rank);
  const best = Math.max(...ranks);
  if (best === 0) throw new Error("no element of the pattern is required, so nothing tells where to try it");
  return ranks.indexOf(best);
}

/** What the encoded text can begin with where the item stands; undefined where it may be empty or anything. */
function startsOf(item: Item, alphabet: Alphabet): readonly string[] | undefined {
  switch (item.kind) {
    case "literal":
      return defined([alphabet.word(item.text)]);
    case "list": {
      const characters = expand(alphabet.classCharacters(`list.${item.name}`));
      return characters.length > 0 ? characters : defined(alphabet.list(item.name).map((word) => alphabet.word(word)));
    }
    case "class":
      return [...new Set(item.classes.flatMap((name) => expand(alphabet.classCharacters(name))))];
    case "group": {
      const all = item.alternatives.map((one) => (one[0] ? startsOf(one[0], alphabet) : undefined));
      return all.every((one) => one !== undefined) ? [...new Set(all.flat())] : undefined;
    }
    case "repeat":
      return item.least > 0 ? startsOf(item.item, alphabet) : undefined;
    default:
      return undefined;
  }
}

const defined = (words: readonly (string | undefined)[]): string[] => words.filter((word) => word !== undefined);

/** Single characters of a class; a class that is a range of characters (\u4e00-\u9fff) has too many to wait for. */
function expand(characters: string): string[] {
  return characters.includes("-") ? [] : [...characters];
}
