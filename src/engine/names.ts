/** What a possible name looks like: 王建国; 克林顿; 戴维·沃尔; 王伟 or 巴赫, which is short enough to be chance. */
export type NameKind = "native" | "foreign" | "dotted" | "short";

/** Called with the end of a possible name, what it costs to read the text as that name, and what it looks like. */
export type NameFound = (end: number, cost: number, kind: NameKind) => void;

/** How names of people are made: surnames, the characters of given names, and those that spell foreign names. */
export interface NameModel {
  /** Report the names that can begin at `start` and end by `to`. */
  at(text: string, start: number, to: number, afterTitle: boolean, found: NameFound): void;
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
const DOTS = "·•・‧";
const HYPHENS = "-—";

/** A model from surnames, the counts of characters in names, and the characters of transliterations. */
export function nameModel(surnames: readonly Surname[], characters: readonly NameCharacter[], transliteration: Iterable<string>): NameModel {
  const compound = new Map<string, number>();
  const single = surnameCosts(surnames, characters, compound);
  const [first, second, only] = [givenCosts(characters, "first"), givenCosts(characters, "second"), givenCosts(characters, "single")];
  const foreign = foreignCosts(characters, transliteration);

  const nativeNames = (text: string, start: number, to: number, price: number, kind: NameKind, found: NameFound): void => {
    if (start >= to) return;
    const unit = text.charCodeAt(start);
    if ((only[unit] as number) < NO_NAME) found(start + 1, price + SINGLE_COST + (only[unit] as number), kind);
    if (start + 1 >= to) return;
    const rest = (first[unit] as number) + (second[text.charCodeAt(start + 1)] as number);
    if (rest < NO_NAME) found(start + 2, price + rest, "native");
  };

  /** 克林顿, 戴维·沃尔, 迪亚斯-卡内尔: every end that leaves a whole part behind it. */
  const foreignNames = (text: string, start: number, to: number, base: number, found: NameFound): void => {
    let price = base;
    let part = 0;
    let dotted = false;
    for (let at = start; at < to && at - start < LONGEST_FOREIGN; at++) {
      const sign = text[at] as string;
      if (part > 0 && DOTS.includes(sign)) {
        if (!dotted) price += DOT_COST;
        [part, dotted] = [0, true];
        continue;
      }
      if (part >= LEAST_PART && HYPHENS.includes(sign)) {
        price += HYPHEN_COST;
        part = 0;
        continue;
      }
      const unit = text.charCodeAt(at);
      const own = foreign[unit] as number;
      if (own >= NO_NAME && !(dotted && isHan(unit))) return;
      if (++part > LONGEST_PART) return;
      price += Math.min(own, ODD_FOREIGN);
      if (part >= LEAST_PART || dotted) found(at + 1, price, dotted ? "dotted" : at === start + 1 ? "short" : "foreign");
    }
  };

  return {
    at(text, start, to, afterTitle, found) {
      const unit = text.charCodeAt(start);
      const announced = afterTitle ? AFTER_TITLE : 0;
      const price = single[unit] as number;
      if (price < NO_NAME) nativeNames(text, start + 1, to, NATIVE_COST + announced + price, "short", found);
      const double = compound.get(text.slice(start, start + 2));
      if (double !== undefined) nativeNames(text, start + 2, to, NATIVE_COST + announced + double, "native", found);
      if ((foreign[unit] as number) < NO_NAME) foreignNames(text, start, to, FOREIGN_COST + announced, found);
    },
  };
}

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

function surnameCosts(surnames: readonly Surname[], characters: readonly NameCharacter[], compound: Map<string, number>): Float32Array {
  const costs = new Float32Array(65536).fill(NO_NAME);
  const total = characters.reduce((sum, one) => sum + one.surname, 0);
  const seen = new Map(characters.map((one) => [one.character, one.surname]));
  for (const { surname, weight, isGrammar } of surnames) {
    const count = Math.max(seen.get(surname) ?? 0, UNSEEN_SURNAME[weight] ?? UNSEEN);
    if (surname.length === 1) costs[surname.charCodeAt(0)] = Math.log(total / count) + (isGrammar ? GRAMMAR_COST : 0);
    else compound.set(surname, -Math.log(COMPOUND_SHARE));
  }
  return costs;
}

function givenCosts(characters: readonly NameCharacter[], place: "first" | "second" | "single"): Float32Array {
  const total = characters.reduce((sum, one) => sum + one[place], 0);
  const costs = new Float32Array(65536).fill(NO_NAME);
  costs.fill(Math.log(total / UNSEEN), 0x4e00, 0xa000);
  for (const one of characters) costs[one.character.charCodeAt(0)] = Math.log(total / Math.max(one[place], UNSEEN));
  return costs;
}

function foreignCosts(characters: readonly NameCharacter[], transliteration: Iterable<string>): Float32Array {
  const total = characters.reduce((sum, one) => sum + one.foreign, 0);
  const seen = new Map(characters.map((one) => [one.character, one.foreign]));
  const costs = new Float32Array(65536).fill(NO_NAME);
  for (const character of [...transliteration, ...characters.filter((one) => one.foreign >= OFTEN_FOREIGN).map((one) => one.character)]) costs[character.charCodeAt(0)] = Math.log(total / Math.max(seen.get(character) ?? 0, UNSEEN));
  return costs;
}
