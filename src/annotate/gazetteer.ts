import { isWithin } from "../engine/holders.js";
import { entryOf, type LexiconEntry } from "../engine/lexicon.js";
import type { GazetteerEntry, Knowledge } from "../engine/load.js";
import type { Word } from "../engine/word.js";
import type { Mention } from "../model/mention.js";
import type { Piece } from "./pieces.js";

/**
 * Turn words that the gazetteers know into mentions.
 *
 * A short form that is also an ordinary word (合作 for 合作市) counts only where the document supports it: behind the place
 * that holds it, or where the full form stands in the document too. The name that organs of several places share (教育部,
 * 保安局) is supported by any place that the document names there.
 */
export function gazetteerMentions(words: readonly Word[], knowledge: Knowledge): Piece[] {
  const named = keysNamed(words, knowledge);
  const grounds = withHolders(named, knowledge);
  const pieces: Piece[] = [];
  for (const word of words) {
    const keys = keysOf(word, pieces.at(-1), named, grounds, knowledge);
    pieces.push(keys.length > 0 ? pieceOf(word, keys, knowledge) : word);
  }
  return pieces;
}

function keysNamed(words: readonly Word[], knowledge: Knowledge): ReadonlySet<string> {
  const named = new Set<string>();
  const { canName } = knowledge.lexicon;
  for (const { ref, symbol } of words)
    if (canName[symbol] === 1 && ref?.kind === "entry") for (const key of ref.entry.keys) named.add(key);
  return named;
}

/** The places named, those of the agencies and parties named (运输及物流局 is Hong Kong's, but what is a country's tells nothing), and all that hold them. */
function withHolders(named: ReadonlySet<string>, knowledge: Knowledge): ReadonlySet<string> {
  const grounds = new Set<string>();
  for (const key of named) {
    const entry = knowledge.gazetteer.get(key);
    const isPlaces = entry?.type === "agency" || entry?.kind === "party";
    const place = isPlaces ? regionOf(entry, knowledge) : entry?.type === "place" ? key : "";
    for (let at = place; at !== "" && !grounds.has(at); at = knowledge.gazetteer.get(at)?.within ?? "") grounds.add(at);
  }
  return grounds;
}

const regionOf = ({ within }: GazetteerEntry, knowledge: Knowledge): string =>
  knowledge.gazetteer.get(within)?.kind === "country" ? "" : within;

function keysOf(
  word: Word,
  previous: Piece | undefined,
  named: ReadonlySet<string>,
  grounds: ReadonlySet<string>,
  knowledge: Knowledge,
): readonly string[] {
  if (knowledge.lexicon.canName[word.symbol] === 0 || word.ref?.kind !== "entry") return NONE;
  const { keys, weakKeys, classes } = word.ref.entry;
  if (weakKeys.length === 0 || classes.has("weak.short")) return keys;
  const isOrgan = (key: string): boolean => knowledge.gazetteer.get(key)?.type === "agency";
  const isSupported = (key: string): boolean => isOrgan(key) && grounds.has(knowledge.gazetteer.get(key)?.within ?? "");
  const behind =
    previous?.end === word.start && previous.mention?.type === "place"
      ? // In 中国港口 the word is a word: what lies in a country is not told by naming the country before it.
        previous.mention.keys.filter(key => knowledge.gazetteer.get(key)?.kind !== "country")
      : undefined;
  if (keys.length > 0) return keys.every(isOrgan) ? [...keys, ...weakKeys.filter(isSupported)] : keys;
  return fullNamesFirst(
    word.ref.entry.surface,
    knowledge,
    weakKeys.filter(key =>
      behind
        ? behind.some(holder => isWithin(key, holder, knowledge)) || (named.has(key) && !isOrgan(key))
        : named.has(key) || isSupported(key),
    ),
  );
}

/** What a surface names in full comes before what it is short for: 西湖 is the lake rather than 西湖区. */
function fullNamesFirst(surface: string, knowledge: Knowledge, keys: readonly string[]): readonly string[] {
  const full = keys.filter(key => knowledge.gazetteer.get(key)?.name === surface);
  return full.length > 0 ? full : keys;
}

function pieceOf(word: Word, keys: readonly string[], knowledge: Knowledge): Piece {
  const entry = knowledge.gazetteer.get(keys[0] as string);
  const type = entry?.type ?? "place";
  const classes = [type, `${type}.${entry?.kind}`];
  const mention: Mention = {
    start: word.start,
    end: word.end,
    type,
    rule: `${type}-in-gazetteer`,
    keys,
    classes,
    parts: entry ? partsAtHead(entry, word, knowledge) : [],
  };
  // A safe name keeps the symbol of its word, which tells more (that 市委 is in a list, too).
  const symbol =
    word.ref?.kind === "entry" && word.ref.entry.keys.length > 0 ? word.symbol : knowledge.symbols.of([type]);
  return { start: word.start, end: word.end, symbol, ref: word.ref, mention };
}

function partsAtHead(entry: GazetteerEntry, word: Word, knowledge: Knowledge): readonly Mention[] {
  if (holdsPlace(entry, word)) return placeAtHead(word, entry, knowledge);
  return entry.kind === "legislature" ? bodyAtHead(word, knowledge) : [];
}

/** 全国人大 of 全国人大财政经济委员会. */
function bodyAtHead(word: Word, knowledge: Knowledge): readonly Mention[] {
  const meant = ({ keys }: LexiconEntry): readonly string[] =>
    keys.filter(key => knowledge.gazetteer.get(key)?.kind === "legislature");
  return atHead(word, 3, meant, { type: "agency", rule: "agency-in-gazetteer" }, knowledge);
}

/** Whether a name begins with the place where its bearer is, as those of sites and events do, and 台南市南区. */
const holdsPlace = ({ type, kind, name }: GazetteerEntry, { start, end }: Word): boolean =>
  HOLDS_PLACE.has(type) || kind === "site" || (kind === "township" && end - start > name.length);

const HOLDS_PLACE: ReadonlySet<string> = new Set(["event", "zone", "plan"]);

/** 哈尔滨 of 哈尔滨亚冬会, 新田 of 新田科技城, 启德 of 启德体艺馆: the place with which a name begins, in the place where its bearer is. */
function placeAtHead(word: Word, { type, kind, within }: GazetteerEntry, knowledge: Knowledge): readonly Mention[] {
  const isMeant = (key: string): boolean => {
    const place = knowledge.gazetteer.get(key);
    const isNear = !WIDE.has(place?.kind ?? "") || ((kind === "site" || type === "plan") && place?.kind === "region");
    return place?.type === "place" && isNear && (within === "" || key === within || isWithin(key, within, knowledge));
  };
  const meant = ({ keys, weakKeys }: LexiconEntry): readonly string[] =>
    (type === "zone" ? [...keys, ...weakKeys] : keys).filter(isMeant);
  return atHead(word, 2, meant, { type: "place", rule: "place-at-head" }, knowledge);
}

/** The longest name of so many characters or more with which a known word begins, with the keys that `meant` finds. */
function atHead(
  { start, ref }: Word,
  shortest: number,
  meant: (entry: LexiconEntry) => readonly string[],
  { type, rule }: Pick<Mention, "type" | "rule">,
  { lexicon }: Knowledge,
): readonly Mention[] {
  if (ref?.kind !== "entry") return [];
  const { surface } = ref.entry;
  for (let length = surface.length - 1; length >= shortest; length--) {
    const entry = entryOf(surface.slice(0, length), lexicon);
    const keys = entry ? meant(entry) : [];
    if (keys.length > 0) return [{ start, end: start + length, type, rule, keys, classes: [type], parts: [] }];
  }
  return [];
}

const WIDE: ReadonlySet<string> = new Set(["country", "continent", "region", "natural"]);

const NONE: readonly string[] = [];
