import { grained } from "./costs.js";

/** What a possible name looks like: 王建国; 克林顿; 戴维·沃尔; 王伟 or 巴赫, which is short enough to be chance. */
export type NameKind = "native" | "foreign" | "dotted" | "short";

/** The kinds by the numbers that candidates carry. */
export const NAME_KINDS: readonly NameKind[] = ["native", "foreign", "dotted", "short"];
const [NATIVE, FOREIGN, DOTTED, SHORT] = [0, 1, 2, 3] as const;

/**
 * The possible names that begin at one place, side by side for the segmentation's inner loop: for each its end, what it costs
 * to read the text as that name, and the number of its kind. Made once and used for every place.
 */
export class NameCandidates {
  size = 0;
  readonly ends = new Int32Array(MOST_NAMES);
  readonly costs = new Float64Array(MOST_NAMES);
  readonly kinds = new Uint8Array(MOST_NAMES);

  add(end: number, cost: number, kind: number): void {
    this.ends[this.size] = end;
    this.costs[this.size] = cost;
    this.kinds[this.size++] = kind;
  }
}

/** How names of people are made: surnames, the characters of given names, and those that spell foreign names. */
export interface NameModel {
  /** Put the names that can begin at `start` and end by `to` into `found`, in the place of what it held. */
  collectAt(text: string, start: number, to: number, afterTitle: boolean, found: NameCandidates): void;
}

export interface Surname {
  readonly surname: string;
  /** 1 for the most common to 3 for the rarest. */
  readonly weight: number;
  /** The character is above all a word of grammar: 于, 和. */
  readonly isGrammar: boolean;
}

/** How often a character was seen where in names. */
export interface NameCharacter {
  readonly character: string;
  readonly surname: number;
  /** The first and the second of two characters of a given name, and the only one. */
  readonly first: number;
  readonly second: number;
  readonly single: number;
  readonly foreign: number;
}

/** Minus the logarithms of the shares that names have among the words of news; a title announces one. */
const NATIVE_COST = 6;
const SINGLE_COST = 2.1;
const FOREIGN_COST = 6;
const AFTER_TITLE = -6;
const DOT_COST = -8;
const HYPHEN_COST = 2;
/** What counts for a surname, or a character of a name, that was never seen: a part of one occurrence. */
const UNSEEN_SURNAME = [0, 8, 2, 0.6];
const UNSEEN = 0.15;
const GRAMMAR_COST = 3;
const COMPOUND_SHARE = 0.00003;
/** A character that spells no foreign names, in a part of one that a dot has announced. */
const ODD_FOREIGN = 12;
/** So often a character was seen in transliterated names, it spells them. */
const OFTEN_FOREIGN = 8;
const NO_NAME = 99;
const LONGEST_PART = 9;
const LONGEST_FOREIGN = 24;
const LEAST_PART = 2;
/** A surname of one character and one of two, each with a given name of one and of two, and a foreign name of any length. */
const MOST_NAMES = LONGEST_FOREIGN + 4;

/** What a character can begin or join, as bits. */
const SURNAME = 1;
const COMPOUND = 2;
const SPELLS = 4;
const DOT = 8;
const HYPHEN = 16;

/** A model from surnames, the counts of characters in names, and the characters of transliterations. */
export function nameModel(
  surnames: readonly Surname[],
  characters: readonly NameCharacter[],
  transliteration: Iterable<string>,
): NameModel {
  const compound = new Map<string, number>();
  const single = surnameCosts(surnames, characters, compound);
  const [first, second, only] = [
    givenCosts(characters, "first"),
    givenCosts(characters, "second"),
    givenCosts(characters, "single"),
  ];
  const foreign = foreignCosts(characters, transliteration);

  const bits = characterBits(single, compound, foreign);

  function nativeNames(
    text: string,
    start: number,
    to: number,
    price: number,
    kind: number,
    found: NameCandidates,
  ): void {
    if (start >= to) return;
    const unit = text.charCodeAt(start);
    if ((only[unit] as number) < NO_NAME) found.add(start + 1, price + SINGLE_COST + (only[unit] as number), kind);
    if (start + 1 >= to) return;
    const rest = (first[unit] as number) + (second[text.charCodeAt(start + 1)] as number);
    if (rest < NO_NAME) found.add(start + 2, price + rest, NATIVE);
  }

  /** 克林顿, 戴维·沃尔, 迪亚斯-卡内尔: every end that leaves a whole part behind it. */
  function foreignNames(text: string, start: number, to: number, base: number, found: NameCandidates): void {
    let price = base;
    let part = 0;
    let dotted = false;
    const last = Math.min(to, start + LONGEST_FOREIGN);
    for (let at = start; at < last; at++) {
      const unit = text.charCodeAt(at);
      const sign = bits[unit] as number;
      if (part > 0 && (sign & DOT) !== 0) {
        if (!dotted) price += DOT_COST;
        part = 0;
        dotted = true;
        continue;
      }
      if (part >= LEAST_PART && (sign & HYPHEN) !== 0) {
        price += HYPHEN_COST;
        part = 0;
        continue;
      }
      if ((sign & SPELLS) === 0 && !(dotted && isHan(unit))) return;
      if (++part > LONGEST_PART) return;
      price += Math.min(foreign[unit] as number, ODD_FOREIGN);
      if (part >= LEAST_PART || dotted) found.add(at + 1, price, dotted ? DOTTED : at === start + 1 ? SHORT : FOREIGN);
    }
  }

  return {
    collectAt(text, start, to, afterTitle, found) {
      found.size = 0;
      const unit = text.charCodeAt(start);
      const begins = bits[unit] as number;
      if (begins === 0) return;
      const announced = afterTitle ? AFTER_TITLE : 0;
      if ((begins & SURNAME) !== 0)
        nativeNames(text, start + 1, to, NATIVE_COST + announced + (single[unit] as number), SHORT, found);
      const double = (begins & COMPOUND) !== 0 ? compound.get(text.slice(start, start + 2)) : undefined;
      if (double !== undefined) nativeNames(text, start + 2, to, NATIVE_COST + announced + double, NATIVE, found);
      if ((begins & SPELLS) !== 0) foreignNames(text, start, to, FOREIGN_COST + announced, found);
    },
  };
}

function characterBits(single: Float32Array, compound: ReadonlyMap<string, number>, foreign: Float32Array): Uint8Array {
  const bits = Uint8Array.from(
    { length: 65536 },
    (_, unit) =>
      ((single[unit] as number) < NO_NAME ? SURNAME : 0) | ((foreign[unit] as number) < NO_NAME ? SPELLS : 0),
  );
  const mark = (character: string, bit: number): void => {
    bits[character.charCodeAt(0)] = (bits[character.charCodeAt(0)] as number) | bit;
  };
  for (const surname of compound.keys()) mark(surname, COMPOUND);
  for (const dot of "·•・‧") mark(dot, DOT);
  for (const hyphen of "-—") mark(hyphen, HYPHEN);
  return bits;
}

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

function surnameCosts(
  surnames: readonly Surname[],
  characters: readonly NameCharacter[],
  compound: Map<string, number>,
): Float32Array {
  const costs = new Float32Array(65536).fill(NO_NAME);
  const total = characters.reduce((sum, one) => sum + one.surname, 0);
  const seen = new Map(characters.map(one => [one.character, one.surname]));
  for (const { surname, weight, isGrammar } of surnames) {
    const count = Math.max(seen.get(surname) ?? 0, UNSEEN_SURNAME[weight] ?? UNSEEN);
    if (surname.length === 1)
      costs[surname.charCodeAt(0)] = grained(Math.log(total / count) + (isGrammar ? GRAMMAR_COST : 0));
    else compound.set(surname, grained(-Math.log(COMPOUND_SHARE)));
  }
  return costs;
}

function givenCosts(characters: readonly NameCharacter[], place: "first" | "second" | "single"): Float32Array {
  const total = characters.reduce((sum, one) => sum + one[place], 0);
  const costs = new Float32Array(65536).fill(NO_NAME);
  costs.fill(grained(Math.log(total / UNSEEN)), 0x4e00, 0xa000);
  for (const one of characters)
    costs[one.character.charCodeAt(0)] = grained(Math.log(total / Math.max(one[place], UNSEEN)));
  return costs;
}

function foreignCosts(characters: readonly NameCharacter[], transliteration: Iterable<string>): Float32Array {
  const total = characters.reduce((sum, one) => sum + one.foreign, 0);
  const seen = new Map(characters.map(one => [one.character, one.foreign]));
  const costs = new Float32Array(65536).fill(NO_NAME);
  for (const character of [
    ...transliteration,
    ...characters.filter(one => one.foreign >= OFTEN_FOREIGN).map(one => one.character),
  ])
    costs[character.charCodeAt(0)] = grained(Math.log(total / Math.max(seen.get(character) ?? 0, UNSEEN)));
  return costs;
}
