import type { Piece } from "../annotate/pieces.js";

/** A document as relation rules see it: characters, with each mention, date, figure and title as one symbol. */
export interface EncodedText {
  readonly symbols: string;
  /** For each symbol the offset in the text where it begins; one more at the end, for the end of the text. */
  readonly offsets: Int32Array;
  /** For each symbol the number of its piece, or -1 where it is a plain character. */
  readonly pieces: Int32Array;
}

/** Encode the pieces of a document. */
export function encodeText(pieces: readonly Piece[], text: string, isVisible: (piece: Piece) => boolean): EncodedText {
  const symbols = new Uint16Array(text.length);
  const offsets = new Int32Array(text.length + 1);
  const numbers = new Int32Array(text.length);
  let size = 0;
  pieces.forEach((piece, number) => {
    if (isMarkAround(pieces, number, text)) return;
    if (isVisible(piece)) {
      symbols[size] = piece.symbol;
      offsets[size] = piece.start;
      numbers[size++] = number;
      return;
    }
    for (let at = piece.start; at < piece.end; at++) {
      symbols[size] = text.charCodeAt(at);
      offsets[size] = at;
      numbers[size++] = -1;
    }
  });
  offsets[size] = text.length;
  return {
    symbols: decoder.decode(symbols.subarray(0, size)),
    offsets: offsets.subarray(0, size + 1),
    pieces: numbers.subarray(0, size),
  };
}

const PAIRS: Readonly<Record<string, string>> = {
  "《": "》",
  "〈": "〉",
  "「": "」",
  "『": "』",
  "“": "”",
  "‘": "’",
  '"': '"',
};

/** 《 and 》 right around a mention belong to it: rules need not spell them out. */
function isMarkAround(pieces: readonly Piece[], number: number, text: string): boolean {
  const { start, end } = pieces[number] as Piece;
  if (end - start !== 1) return false;
  const next = pieces[number + 1];
  if (!next?.mention && !pieces[number - 1]?.mention) return false;
  const character = text[start] as string;
  const closing = PAIRS[character];
  if (
    closing !== undefined &&
    next?.mention &&
    (text[next.end] === closing || closesWithin(text.slice(next.start, next.end), character, closing))
  )
    return true;
  const previous = pieces[number - 1];
  return (
    previous?.mention !== undefined && previous.start > 0 && PAIRS[text[previous.start - 1] as string] === character
  );
}

/** Whether a name closes a mark that was opened before it: 广清通办”服务. */
function closesWithin(name: string, opening: string, closing: string): boolean {
  const at = name.indexOf(closing);
  return at >= 0 && !name.slice(0, at).includes(opening);
}

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });
