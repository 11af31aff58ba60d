import type { Knowledge } from "../engine/load.js";
import type { Mention } from "../model/mention.js";
import type { Piece } from "./pieces.js";

/**
 * Read two or three one-character names of places as a pair where the document supports each: 廣清兩市, 京津冀, 琴澳.
 *
 * Each character must map to one place: by the table of abbreviations, or as the first character of a place that the
 * document names in full. The pair is a mention that stands for its places; it names nothing itself.
 */
export function expandPairs(pieces: readonly Piece[], text: string, knowledge: Knowledge): readonly Piece[] {
  const named = placesNamed(pieces);
  if (named.size === 0) return pieces;
  const result: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const pair = pairAt(pieces, at, text, named, knowledge);
    if (!pair) {
      result.push(pieces[at] as Piece);
      continue;
    }
    result.push(pair.piece);
    at += pair.length - 1;
  }
  return result;
}

/** Places that the document names, by key. */
function placesNamed(pieces: readonly Piece[]): ReadonlyMap<string, Mention> {
  const named = new Map<string, Mention>();
  for (const { mention } of pieces) if (mention?.type === "place" && mention.keys.length > 0 && !named.has(mention.keys[0] as string)) named.set(mention.keys[0] as string, mention);
  return named;
}

const BEHIND = /^(?:两[地市省区县国岸]|[三四][地市省国])/;

function pairAt(pieces: readonly Piece[], at: number, text: string, named: ReadonlyMap<string, Mention>, knowledge: Knowledge): { piece: Piece; length: number } | undefined {
  const first = pieces[at] as Piece;
  if (first.mention || first.end - first.start > 3) return undefined;
  let end = first.end;
  let length = 1;
  while (end - first.start < 3 && length < 4 && pieces[at + length] && !(pieces[at + length] as Piece).mention && !BEHIND.test(text.slice(end, end + 2))) {
    const next = pieces[at + length] as Piece;
    if (next.end - first.start > 3) break;
    end = next.end;
    length++;
  }
  for (; length > 0; end = (pieces[at + --length - 1] as Piece | undefined)?.end ?? 0) {
    if (end - first.start < 2 || length === 0) break;
    const places = [...text.slice(first.start, end)].map((character) => placeOf(character, named, knowledge));
    if (!places.every((place) => place !== undefined) || new Set(places).size < places.length) continue;
    if (!BEHIND.test(text.slice(end, end + 2)) && !(first.symbol < 0xe000 || length > 1)) continue;
    const behind = BEHIND.exec(text.slice(end, end + 2))?.[0].length ?? 0;
    const [total, stop] = behind > 0 ? withBehind(pieces, at + length, end + behind, length, end) : [length, end];
    return { piece: pieceOf(first.start, stop, places as Mention[], knowledge), length: total };
  }
  return undefined;
}

/** 两市 belongs to the pair where it is pieces of its own. */
function withBehind(pieces: readonly Piece[], from: number, until: number, length: number, end: number): [number, number] {
  let at = from;
  while (at < pieces.length && (pieces[at] as Piece).end < until) at++;
  return (pieces[at] as Piece | undefined)?.end === until ? [length + at - from + 1, until] : [length, end];
}

function placeOf(character: string, named: ReadonlyMap<string, Mention>, knowledge: Knowledge): Mention | undefined {
  const keys = (knowledge.abbreviations.get(character) ?? []).filter((key) => named.has(key));
  if (keys.length === 1) return named.get(keys[0] as string);
  const begun = [...named].filter(([key]) => knowledge.gazetteer.get(key)?.name.startsWith(character) && /^place:\d+$/.test(key));
  const cities = begun.filter(([key]) => knowledge.gazetteer.get(key)?.kind === "prefecture");
  const candidates = cities.length > 0 ? cities : begun;
  return candidates.length === 1 ? (candidates[0] as [string, Mention])[1] : undefined;
}

function pieceOf(start: number, end: number, places: readonly Mention[], knowledge: Knowledge): Piece {
  const classes = ["place", "place.pair"];
  const mention: Mention = { start, end, type: "place", rule: "place-pair", keys: [], classes, parts: [], antecedents: places };
  return { start, end, symbol: knowledge.symbols.of(classes), mention };
}
