import { type Knowledge, mentionClasses } from "../engine/load.js";
import { TAIWAN } from "../engine/holders.js";
import type { Mention } from "../model/mention.js";
import type { Piece } from "./pieces.js";

/**
 * Read two to five one-character names of places as a pair or an alliance: 廣清兩市, 京津冀, 中美, 琴澳.
 *
 * Each character must mean one place: one that the document names elsewhere, by the table of abbreviations or as the first
 * character of a city's or a country's name; or else, where all of them do, a province or a country that the lists of plain
 * short names hold. A pair stands for its places, each named by its character. One character before 方 or 国 (吉方, 尼國)
 * names a country that the document names.
 */
export function expandPairs(pieces: readonly Piece[], text: string, knowledge: Knowledge): readonly Piece[] {
  const supported = keysByCharacter(pieces, text, knowledge);
  const { provinces, countries } = plainNames(knowledge);
  const canMean = new Uint8Array(65536);
  for (const names of [supported, provinces, countries])
    for (const character of names.keys()) canMean[character.charCodeAt(0)] = 1;
  const result: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    if (canMean[text.charCodeAt((pieces[at] as Piece).start)] === 0) {
      result.push(pieces[at++] as Piece);
      continue;
    }
    const pair =
      pairAt(pieces, at, text, supported) ??
      (isBehindUnknown(pieces, at) || isCounted(pieces, at, text)
        ? undefined
        : (pairAt(pieces, at, text, provinces) ?? pairAt(pieces, at, text, countries)));
    const side = pair ? undefined : sideAt(pieces, at, text, supported, knowledge);
    result.push(pair ? pieceOf(pair, knowledge) : (side ?? (pieces[at] as Piece)));
    at += pair?.pieces ?? (side ? 2 : 1);
  }
  return result;
}

const BEHIND = /^(?:两|三|四|五)(?:地|市|省|区|县|国|岸|省市|省区)$/;
const LONGEST_PAIR = 5;

/** The place that a character can mean by what the document names; none where it could mean two. */
function keysByCharacter(pieces: readonly Piece[], text: string, knowledge: Knowledge): ReadonlyMap<string, string> {
  const named = new Set<string>();
  const means = new Map<string, string | undefined>();
  const add = (character: string, key: string): void => {
    const known = means.get(character);
    // 台 is Taiwan, though 台中 is named, too.
    if (!means.has(character) || key === TAIWAN) means.set(character, key);
    else if (known !== key && known !== TAIWAN) means.set(character, undefined);
  };
  for (const { mention } of pieces) {
    const key = mention?.type === "place" ? mention.keys[0] : undefined;
    if (!mention || key === undefined) continue;
    named.add(key);
    // 宏都拉斯 and 洪都拉斯 are one country: it is written as the page writes it.
    if (knowledge.gazetteer.get(key)?.kind === "country") add(text[mention.start] as string, key);
  }
  for (const key of named) {
    const entry = knowledge.gazetteer.get(key);
    if (entry?.kind === "prefecture" || entry?.kind === "country") add(entry.name[0] as string, key);
  }
  for (const [character, keys] of knowledge.abbreviations)
    for (const key of keys) if (named.has(key)) add(character, key);
  return new Map([...means].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

interface PlainNames {
  readonly provinces: ReadonlyMap<string, string>;
  readonly countries: ReadonlyMap<string, string>;
}

const plainNamesOf = new WeakMap<Knowledge, PlainNames>();

/** The short names that need no support by the document; the same for all documents, so made once. */
function plainNames(knowledge: Knowledge): PlainNames {
  let names = plainNamesOf.get(knowledge);
  if (!names)
    plainNamesOf.set(
      knowledge,
      (names = {
        provinces: plainKeys("province-short", ["province"], knowledge),
        countries: plainKeys("country-short", ["country", "region"], knowledge),
      }),
    );
  return names;
}

/** What the characters of a list mean: for each the first place of one of the kinds in the table of abbreviations. */
function plainKeys(list: string, kinds: readonly string[], knowledge: Knowledge): ReadonlyMap<string, string> {
  return new Map(
    (knowledge.lists.get(list) ?? []).flatMap(character => {
      const key = knowledge.abbreviations
        .get(character)
        ?.find(one => kinds.includes(knowledge.gazetteer.get(one)?.kind ?? ""));
      return key === undefined ? [] : [[character, key] as const];
    }),
  );
}

/** 马什哈德: what follows a character that no word holds is the rest of a name. */
function isBehindUnknown(pieces: readonly Piece[], at: number): boolean {
  const previous = pieces[at - 1];
  return (
    previous !== undefined &&
    !previous.ref &&
    !previous.mention &&
    previous.symbol >= 0x4e00 &&
    previous.symbol <= 0x9fff
  );
}

/** In 三法中 three laws are counted, and France and China are not named. */
const isCounted = (pieces: readonly Piece[], at: number, text: string): boolean =>
  /^[一二三四五六七八九十百千两几多各]$/.test(text[(pieces[at] as Piece).start - 1] ?? "");

interface Pair {
  readonly pieces: number;
  readonly start: number;
  readonly end: number;
  readonly keys: readonly string[];
}

/** Characters from `at` on that no longer word holds and that each mean a place, two different ones at least. */
function pairAt(
  pieces: readonly Piece[],
  at: number,
  text: string,
  byCharacter: ReadonlyMap<string, string>,
): Pair | undefined {
  const start = (pieces[at] as Piece).start;
  if (!byCharacter.has(text[start] as string)) return undefined;
  const keys: string[] = [];
  let length = 0;
  for (; at + length < pieces.length; length++) {
    const piece = pieces[at + length] as Piece;
    const key = byCharacter.get(text.slice(piece.start, piece.end));
    if (piece.mention || key === undefined || keys.length === LONGEST_PAIR) break;
    keys.push(key);
  }
  if (keys.length < 2 || new Set(keys).size < keys.length) return undefined;
  const behind = pieces[at + length];
  if (behind && BEHIND.test(text.slice(behind.start, behind.end))) length++;
  return { pieces: length, start, end: (pieces[at + length - 1] as Piece).end, keys };
}

/** 吉方 and 吉国 for 吉布提, where no longer word holds the character. */
function sideAt(
  pieces: readonly Piece[],
  at: number,
  text: string,
  byCharacter: ReadonlyMap<string, string>,
  knowledge: Knowledge,
): Piece | undefined {
  const { start, end, mention } = pieces[at] as Piece;
  const next = pieces[at + 1];
  const key = byCharacter.get(text.slice(start, end));
  if (
    mention ||
    key === undefined ||
    knowledge.gazetteer.get(key)?.kind !== "country" ||
    !next ||
    !SIDE.test(text.slice(next.start, next.end))
  )
    return undefined;
  const classes = ["place", "place.country"];
  return {
    start,
    end: next.end,
    symbol: knowledge.symbols.of(classes),
    ref: undefined,
    mention: { start, end: next.end, type: "place", rule: "place-side", keys: [key], classes, parts: [] },
  };
}

const SIDE = /^[方国]$/;

function pieceOf({ start, end, keys }: Pair, knowledge: Knowledge): Piece {
  // 港深兩地 is counted, and no name begins so: 港深兩地政府 are two governments.
  const classes = mentionClasses("place", end - start > keys.length ? ["pair", "counted"] : ["pair"]);
  const rule = "place-pair";
  const antecedents = keys.map(
    (key, index): Mention => ({
      start: start + index,
      end: start + index + 1,
      type: "place",
      rule,
      keys: [key],
      classes: ["place"],
      parts: [],
    }),
  );
  return {
    start,
    end,
    symbol: knowledge.symbols.of(classes),
    ref: undefined,
    mention: { start, end, type: "place", rule, keys: [], classes, parts: [], antecedents },
  };
}
