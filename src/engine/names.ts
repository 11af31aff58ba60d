/** Called with the end of a possible name, what it costs to read the text as that name, and whether it is transliterated. */
export type NameFound = (end: number, cost: number, isForeign: boolean) => void;

/** How names of people are made: surnames, the characters of given names, and those that spell foreign names. */
export interface NameModel {
  /** Report the names that can begin at `start` and end by `to`. */
  at(text: string, start: number, to: number, afterTitle: boolean, found: NameFound): void;
}

export interface Surname {
  readonly surname: string;
  /** 1 for the most common to 3 for the rarest. */
  readonly weight: number;
  /** The character is also frequent in other words. */
  readonly isRisky: boolean;
}

/** Minus the logarithm of the share of names among all words; less where a title announces one. */
const NAME_COST = 5;
const AFTER_TITLE = -4;
const SURNAME_COST = [0, 3, 5, 7.5];
const RISKY_COST = 2;
const RARE_GIVEN_COST = 9;
const FOREIGN_COST = 7.5;
const FOREIGN_CHARACTER_COST = 3.4;
const LONGEST_FOREIGN = 9;

/** A model from surnames, counts of given names' characters, and the characters of transliterations. */
export function nameModel(surnames: readonly Surname[], given: ReadonlyMap<string, number>, transliteration: Iterable<string>): NameModel {
  const single = new Float32Array(65536);
  const compound = new Map<string, number>();
  const beginsCompound = new Uint8Array(65536);
  for (const { surname, weight, isRisky } of surnames) {
    const price = (SURNAME_COST[weight] ?? 7.5) + (isRisky ? RISKY_COST : 0);
    if (surname.length === 1) single[surname.charCodeAt(0)] = price;
    else {
      compound.set(surname, price);
      beginsCompound[surname.charCodeAt(0)] = 1;
    }
  }
  const givenCost = new Float32Array(65536).fill(RARE_GIVEN_COST);
  givenCost.fill(99, 0, 0x4e00).fill(99, 0xa000);
  const total = [...given.values()].reduce((sum, n) => sum + n, 0);
  for (const [character, count] of given) givenCost[character.charCodeAt(0)] = Math.min(RARE_GIVEN_COST, Math.log(total / count));
  const foreign = new Uint8Array(65536);
  for (const character of transliteration) foreign[character.charCodeAt(0)] = 1;

  const nativeNames = (text: string, start: number, to: number, price: number, length: number, found: NameFound): void => {
    const first = start + length;
    if (first >= to) return;
    const one = givenCost[text.charCodeAt(first)] as number;
    if (one >= 99) return;
    found(first + 1, price + one + 2, false);
    if (first + 1 >= to) return;
    const two = givenCost[text.charCodeAt(first + 1)] as number;
    if (two < 99) found(first + 2, price + one + two, false);
  };

  return {
    at(text, start, to, afterTitle, found) {
      const unit = text.charCodeAt(start);
      const base = NAME_COST + (afterTitle ? AFTER_TITLE : 0);
      const price = single[unit] as number;
      if (price > 0) nativeNames(text, start, to, base + price, 1, found);
      if (beginsCompound[unit] === 1) {
        const double = compound.get(text.slice(start, start + 2));
        if (double !== undefined) nativeNames(text, start, to, base + double, 2, found);
      }
      if (foreign[unit] === 0) return;
      let parts = FOREIGN_COST + (afterTitle ? AFTER_TITLE : 0);
      let at = start;
      for (; at < to && at - start < LONGEST_FOREIGN && foreign[text.charCodeAt(at)] === 1; at++) {
        parts += FOREIGN_CHARACTER_COST;
        if (at > start) found(at + 1, parts, true);
      }
    },
  };
}
