import type { Knowledge } from "../engine/load.js";
import type { Mention } from "../model/mention.js";
import type { Piece } from "./pieces.js";

/**
 * Read two to four one-character names of places as a pair or an alliance where the document supports each of them: 廣清兩市,
 * 京津冀, 琴澳.
 *
 * Each character must mean one place that the document names elsewhere: by the table of abbreviations, or as the first
 * character of a city's name. A pair stands for its places; it names nothing itself.
 */
export function expandPairs(pieces: readonly Piece[], text: string, knowledge: Knowledge): readonly Piece[] {
  const byCharacter = placesByCharacter(pieces, knowledge);
  if (byCharacter.size < 2) return pieces;
  const result: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const length = pairLength(pieces, at, text, byCharacter);
    if (length === 0) {
      result.push(pieces[at++] as Piece);
      continue;
    }
    const start = (pieces[at] as Piece).start;
    const characters = [...text.slice(start, (pieces[at + length - 1] as Piece).end)];
    const behind = pieces[at + length];
    const total = behind && BEHIND.test(text.slice(behind.start, behind.end)) ? length + 1 : length;
    result.push(pieceOf(start, (pieces[at + total - 1] as Piece).end, characters.map((one) => byCharacter.get(one) as Mention), knowledge));
    at += total;
  }
  return result;
}

const BEHIND = /^(?:两|三|四|五)(?:地|市|省|区|县|国|岸|省市|省区)$/;
const LONGEST_PAIR = 4;

/** The place that a character can mean in this document; none where it could mean two. */
function placesByCharacter(pieces: readonly Piece[], knowledge: Knowledge): ReadonlyMap<string, Mention> {
  const named = new Map<string, Mention>();
  for (const { mention } of pieces) if (mention?.type === "place" && mention.keys[0] !== undefined && !named.has(mention.keys[0])) named.set(mention.keys[0], mention);
  const means = new Map<string, Mention | undefined>();
  const add = (character: string, mention: Mention): void => {
    means.set(character, means.has(character) && means.get(character) !== mention ? undefined : mention);
  };
  for (const [key, mention] of named) if (knowledge.gazetteer.get(key)?.kind === "prefecture") add(knowledge.gazetteer.get(key)?.name[0] as string, mention);
  for (const [character, keys] of knowledge.abbreviations) for (const key of keys) if (named.has(key)) add(character, named.get(key) as Mention);
  return new Map([...means].filter((entry): entry is [string, Mention] => entry[1] !== undefined));
}

/** How many pieces from `at` on are a pair: whole words whose every character means a place, two different ones at least. */
function pairLength(pieces: readonly Piece[], at: number, text: string, byCharacter: ReadonlyMap<string, Mention>): number {
  const characters: string[] = [];
  let length = 0;
  for (let i = at; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    if (piece.mention || piece.end - piece.start + characters.length > LONGEST_PAIR) break;
    const own = [...text.slice(piece.start, piece.end)];
    if (!own.every((one) => byCharacter.has(one))) break;
    characters.push(...own);
    length++;
  }
  return characters.length >= 2 && new Set(characters).size === characters.length ? length : 0;
}

function pieceOf(start: number, end: number, places: readonly Mention[], knowledge: Knowledge): Piece {
  const classes = ["place", "place.pair"];
  const mention: Mention = { start, end, type: "place", rule: "place-pair", keys: [], classes, parts: [], antecedents: [...new Set(places)] };
  return { start, end, symbol: knowledge.symbols.of(classes), mention };
}
