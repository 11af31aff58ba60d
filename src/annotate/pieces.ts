import type { WordRef } from "../engine/word.js";
import type { Mention } from "../model/mention.js";

/**
 * One symbol of the document as the cascade sees it: a word, a date or figure, or a mention that an earlier phase made.
 * All pieces are written with all five properties, in this order: objects of one shape are read several times as fast.
 */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly symbol: number;
  readonly ref?: WordRef | undefined;
  readonly mention?: Mention | undefined;
}

/** The pieces' symbols as one string: one character a piece. */
export function encodePieces(pieces: readonly Piece[]): string {
  const units = new Uint16Array(pieces.length);
  for (let i = 0; i < pieces.length; i++) units[i] = (pieces[i] as Piece).symbol;
  return decoder.decode(units);
}

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });
