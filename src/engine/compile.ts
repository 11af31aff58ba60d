import { type Need, needsOf, neighboursOf, type UnitSet } from "./neighbours.js";
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
  /** What can stand right before the anchor, where something must; and right behind it, where the anchor is one symbol. */
  readonly before?: UnitSet;
  readonly behind?: UnitSet;
  /** What must stand in the same line besides. */
  readonly needs: readonly Need[];
  /** The named groups, in the order of their numbers. */
  readonly captures: readonly string[];
}

/** Sentence ends, and what separates clauses within a sentence. */
const STOPS = "。！？!?；;\\n";
const COMMAS = "，,：:";
/** What joins the members of a series. */
export const JOINERS: readonly string[] = ["以及", "、", ",", "和", "与", "及", "暨", "同", "或"];

/** Compile a pattern for an alphabet. Throws where no element can be the anchor. */
export function compilePattern(pattern: Pattern, alphabet: Alphabet): CompiledPattern {
  const { left, anchor, right, spanning } = splitAtAnchor(pattern, alphabet);
  const begun = sourceOf(left, alphabet);
  const ahead = `${sourceOfItem(anchor, alphabet)}${sourceOf(right.inside, alphabet)}`;
  const body = `${spanning ? `(?<${spanning}$right>${ahead})` : ahead}${sourceOf(right.behind, alphabet)}`;
  const source = begun === "" ? `(?<$left>)${body}` : `(?<=(?<$left>${begun}))${body}`;
  const isOne = symbolsOf(anchor, alphabet) !== undefined;
  return {
    pattern,
    expression: new RegExp(source, "y"),
    indexed: new RegExp(source, "dy"),
    starts: startsOf(anchor, alphabet) ?? [],
    before: neighboursOf(left, "before", alphabet),
    behind: isOne ? neighboursOf([...right.inside, ...right.behind], "behind", alphabet) : undefined,
    needs: needsOf([...left, ...right.inside, ...right.behind], alphabet),
    captures: Array.from(source.matchAll(/\(\?<([^=!>][^>]*)>/g), ([, name]) => name as string),
  };
}

/**
 * A pattern with its anchor taken out. An anchor inside a captured group, title:({noun}+ !<head>), cuts the capture in two:
 * `title$left` is in the lookbehind, `title$right` behind it, and a match joins them again.
 */
interface SplitPattern {
  readonly left: Pattern;
  readonly anchor: Item;
  /** What follows the anchor within the capture that it cuts, and behind that. */
  readonly right: { readonly inside: Pattern; readonly behind: Pattern };
  /** The capture that the anchor cuts. */
  readonly spanning?: string;
}

function splitAtAnchor(pattern: Pattern, alphabet: Alphabet): SplitPattern {
  const nested = pattern.findIndex(
    item =>
      item.kind === "group" && item.alternatives.length === 1 && item.alternatives[0]?.some(({ anchor }) => anchor),
  );
  if (nested < 0) {
    const at = anchorOf(pattern, alphabet);
    return {
      left: pattern.slice(0, at),
      anchor: pattern[at] as Item,
      right: { inside: [], behind: pattern.slice(at + 1) },
    };
  }
  const group = pattern[nested] as Extract<Item, { kind: "group" }>;
  const items = group.alternatives[0] as Pattern;
  const at = items.findIndex(({ anchor }) => anchor);
  const begun: Item = {
    kind: "group",
    alternatives: [items.slice(0, at)],
    capture: group.capture && `${group.capture}$left`,
    anchor: false,
  };
  return {
    left: [...pattern.slice(0, nested), begun],
    anchor: items[at] as Item,
    right: { inside: items.slice(at + 1), behind: pattern.slice(nested + 1) },
    spanning: group.capture,
  };
}

/** The source of a pattern that stands immediately before a place, at a place, or anywhere in a stretch of text. */
export function sourceOf(pattern: Pattern, alphabet: Alphabet): string {
  return pattern.map(item => sourceOfItem(item, alphabet)).join("");
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
      return capture(
        unionOf(item.alternatives, alphabet) ?? item.alternatives.map(one => sourceOf(one, alphabet)).join("|"),
        item.capture,
      );
    case "repeat":
      return `(?:${sourceOfItem(item.item, alphabet)}){${item.least},${item.most}}`;
    case "gap":
      return `[^${STOPS}${item.acrossCommas ? "" : COMMAS}]{0,${item.most}}?`;
    case "edge":
      if (item.of === "line") return item.at === "start" ? "(?<![^\\n])" : "(?![^\\n])";
      return item.at === "start" ? `(?<![^${STOPS}${COMMAS}、“”「」"'：（(])` : `(?![^${STOPS}${COMMAS}、”」"'）)])`;
  }
}

function classSource(item: Extract<Item, { kind: "class" }>, alphabet: Alphabet): string {
  const one = `[${item.classes.map(name => alphabet.classCharacters(name)).join("")}]`;
  return capture(item.isSeries ? `${one}(?:${alternation(JOINERS, alphabet)}?${one}){0,29}` : one, item.capture);
}

/** ({place}|{zone}|与) is one class: what two of them hold is then matched in one way, not in two. */
function unionOf(alternatives: readonly Pattern[], alphabet: Alphabet): string | undefined {
  const single = alternatives.map(([first, ...rest]) =>
    first && rest.length === 0 ? symbolsOf(first, alphabet) : undefined,
  );
  return alternatives.length > 1 && single.every(one => one !== undefined) ? `[${single.join("")}]` : undefined;
}

/** The symbols of an element that is always one symbol, as they may stand between [ and ]. */
function symbolsOf(item: Item, alphabet: Alphabet): string | undefined {
  if (item.kind === "class")
    return item.capture || item.isSeries
      ? undefined
      : item.classes.map(name => alphabet.classCharacters(name)).join("");
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
  return `(?:${sorted.map(word => wordSource(word, alphabet)).join("|")})`;
}

function wordSource(text: string, alphabet: Alphabet): string {
  const word = alphabet.word(text);
  return word === undefined ? "[]" : escapeSource(word);
}

const escapeSource = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/**
 * The element that a rule waits for: the one marked with "!"; else the first word of two characters or more, the first
 * class, or the first single character, in this order, since the rarer it is, the fewer places are tried.
 */
function anchorOf(pattern: Pattern, alphabet: Alphabet): number {
  const marked = pattern.findIndex(item => item.anchor);
  if (marked >= 0) return marked;
  const ranks = pattern.map(item => ((startsOf(item, alphabet)?.length ?? 0) > 0 ? rarity(item, alphabet) : 0));
  const best = Math.max(...ranks);
  if (best === 0) throw new Error("no element of the pattern is required, so nothing tells where to try it");
  return ranks.indexOf(best);
}

function rarity(item: Item, alphabet: Alphabet): number {
  switch (item.kind) {
    case "literal":
      return item.text.length > 1 ? 3 : 1;
    case "list":
      return alphabet.list(item.name).every(word => word.length > 1) ? 3 : 1;
    case "group":
      return Math.min(...item.alternatives.map(([first]) => (first ? rarity(first, alphabet) : 0)));
    case "repeat":
      return rarity(item.item, alphabet);
    default:
      return 2;
  }
}

/** What the encoded text can begin with where the item stands; undefined where it may be empty or anything. */
function startsOf(item: Item, alphabet: Alphabet): readonly string[] | undefined {
  switch (item.kind) {
    case "literal":
      return defined([alphabet.word(item.text)]);
    case "list": {
      const characters = expand(alphabet.classCharacters(`list.${item.name}`));
      return characters.length > 0 ? characters : defined(alphabet.list(item.name).map(word => alphabet.word(word)));
    }
    case "class":
      return [...new Set(item.classes.flatMap(name => expand(alphabet.classCharacters(name))))];
    case "group": {
      const all = item.alternatives.map(one => (one[0] ? startsOf(one[0], alphabet) : undefined));
      return all.every(one => one !== undefined) ? [...new Set(all.flat())] : undefined;
    }
    case "repeat":
      return item.least > 0 ? startsOf(item.item, alphabet) : undefined;
    default:
      return undefined;
  }
}

const defined = (words: readonly (string | undefined)[]): string[] => words.filter(word => word !== undefined);

/** Single characters of a class; a class that is a range of characters (\u4e00-\u9fff) has too many to wait for. */
function expand(characters: string): string[] {
  return characters.includes("-") ? [] : [...characters];
}
