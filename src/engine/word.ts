import type { LexiconEntry } from "./lexicon.js";
import type { Token } from "./tokens.js";

/** What one word of a segmented text refers to. */
export type WordRef =
  | { readonly kind: "entry"; readonly entry: LexiconEntry }
  | { readonly kind: "token"; readonly token: Token }
  | { readonly kind: "name" };

/** One word of a text: [start, end), its symbol in encoded text, and what it refers to. Unknown characters refer to nothing. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly symbol: number;
  readonly ref?: WordRef | undefined;
  /** Nothing yet: it makes a word the same shape of object as the pieces that phases put in its place. */
  readonly mention?: undefined;
}

/** What every possible name of a person refers to. */
export const NAME_REF: WordRef = { kind: "name" };
