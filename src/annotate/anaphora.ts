import { CHINA, TAIWAN } from "../engine/holders.js";
import { type Knowledge, mentionClasses } from "../engine/load.js";
import { isBody, type Mention } from "../model/mention.js";
import { goesOn } from "./cited.js";
import type { Piece } from "./pieces.js";

/**
 * Find the words that stand for something named before: 两地, 本市, 该市, 本次活动, 省政府. Each becomes a mention with
 * its antecedents, so that relations can be said of it; a word whose antecedent is open stays a word.
 */
export function resolveAnaphora(pieces: readonly Piece[], text: string, knowledge: Knowledge): readonly Piece[] {
  const result: Piece[] = [];
  const before: Mention[] = [];
  const page: Page = { text, home: homePlaces(pieces, knowledge), knowledge };
  const standsForOther = knowledge.symbols.tableOf(...ANAPHORS);
  for (const piece of pieces) {
    if (!piece.mention && standsForOther[piece.symbol] === 0) {
      result.push(piece);
      continue;
    }
    const resolved = piece.mention
      ? withMention(piece, placed(piece.mention, before, page))
      : (resolve(piece, before, page) ?? piece);
    result.push(resolved);
    if (resolved.mention) before.push(resolved.mention);
  }
  return result;
}

const withMention = (piece: Piece, mention: Mention): Piece =>
  mention === piece.mention ? piece : { ...piece, mention };

/** What a document's words are resolved in. */
interface Page {
  readonly text: string;
  readonly home: HomePlaces;
  readonly knowledge: Knowledge;
}

/**
 * The short name of an organ without its place (省政府, 市府) belongs to the last place of that level before it, else to the
 * page's own; 市府 and 南市府 are short for 台南市政府.
 */
function placed(mention: Mention, before: readonly Mention[], page: Page): Mention {
  // 第6次区政府常务会议 is a meeting of such an organ.
  if (mention.type === "event" && mention.parts.length > 0)
    return { ...mention, parts: mention.parts.map(part => placed(part, before, page)) };
  if (!mention.classes.includes("agency.organ") || mention.parts.length > 0) return mention;
  const { text, home, knowledge } = page;
  const surface = text.slice(mention.start, mention.end);
  const [, initial = "", short = ""] = SHORT_GOVERNMENT.exec(surface) ?? [];
  const level = surface.startsWith("自治区") ? "省" : ((short || surface)[0] ?? "");
  if (!LEVELS[level]) return mention;
  const fits = (place: Mention) =>
    hasLevel(place, level, knowledge) && nameOf(place, knowledge).slice(0, -1).includes(initial);
  const within = lastPlace(before, fits) ?? home(level).find(fits);
  if (!within) return mention;
  const full = nameOf(within, knowledge).slice(0, -1);
  const written = text.slice(within.start, within.end);
  const place = full.endsWith(written) ? written : full;
  const rest = short ? `${level}政府${surface.slice(initial.length + short.length)}` : surface;
  return { ...mention, within, name: place + rest };
}

/** The last of the places named, by themselves or in other names, that fits. */
function lastPlace(before: readonly Mention[], fits: (place: Mention) => boolean): Mention | undefined {
  const holder = before.findLast(one => placesOf(one).some(fits));
  return holder && placesOf(holder).find(fits);
}

/** 市府, and 南市府 with a character of the city's name. */
const SHORT_GOVERNMENT = /^([东南北中高桃竹嘉基屏花苗彰投云宜]?)([市县]府)/;

/** The full name of a place, as the gazetteer has it. */
const nameOf = ({ keys }: Mention, { gazetteer }: Knowledge): string => gazetteer.get(keys[0] ?? "")?.name ?? "";

const placesOf = (mention: Mention): readonly Mention[] =>
  mention.type === "place" ? (mention.antecedents ?? [mention]) : mention.within ? [mention.within] : mention.parts;

function resolve(piece: Piece, before: readonly Mention[], page: Page): Piece | undefined {
  if (piece.ref?.kind !== "entry") return undefined;
  const { classes } = piece.ref.entry;
  const [type, antecedents] = antecedentsOf(classes, piece, before, page);
  if (!type || antecedents.length === 0) return undefined;
  const all = mentionClasses(type, classes.has("list.this-meeting") ? ["anaphor", "meeting"] : ["anaphor"]);
  const mention: Mention = {
    start: piece.start,
    end: piece.end,
    type,
    rule: `${type}-anaphor`,
    keys: [],
    classes: all,
    parts: [],
    antecedents,
  };
  return { start: piece.start, end: piece.end, symbol: page.knowledge.symbols.of(all), ref: piece.ref, mention };
}

const ANAPHORS = [
  "list.both-places",
  "list.own-place",
  "list.this-place",
  "list.this-event",
  "list.this-meeting",
  "list.this-body",
];

function antecedentsOf(
  classes: ReadonlySet<string>,
  { start, end }: Piece,
  before: readonly Mention[],
  page: Page,
): [string | undefined, readonly Mention[]] {
  const { text, knowledge } = page;
  const surface = text.slice(start, end);
  if (classes.has("list.both-places"))
    return ["place", before.findLast(mention => mention.classes.includes("place.pair"))?.antecedents ?? []];
  if (classes.has("list.own-place")) return ["place", ownPlace(surface, start, before, page)];
  if (classes.has("list.this-place"))
    return [
      "place",
      lastOf(before, mention => mention.type === "place" && hasLevel(mention, surface.at(-1) ?? "", knowledge)),
    ];
  if (classes.has("list.this-meeting")) return ["agency", bodyAtMeeting(before, text)];
  if (classes.has("list.this-event")) return ["event", eventCalled(surface, text, before)];
  if (classes.has("list.this-body")) return bodyNamed(surface.replace(/^[该本]/, ""), text, before);
  return [undefined, []];
}

/** The document's own place of a level: the one that it names most often. Taiwan's pages call Taiwan 我國. */
type HomePlaces = (level: string) => readonly Mention[];

function homePlaces(pieces: readonly Piece[], knowledge: Knowledge): HomePlaces {
  const found = new Map<string, readonly Mention[]>();
  return level => {
    let home = found.get(level);
    if (!home) found.set(level, (home = mostNamed(pieces, level, knowledge)));
    return home;
  };
}

const HONG_KONG = "place:810000";
/** The words for a page's own place that tell which it is, though its name may not stand in the page. */
const OWN_COUNTRY: ReadonlySet<string> = new Set(["我国", "全国"]);
const OWN_CITY: ReadonlySet<string> = new Set(["本港", "全港"]);

function mostNamed(pieces: readonly Piece[], level: string, knowledge: Knowledge): readonly Mention[] {
  if (level === "国") return countryOf(pieces, knowledge);
  if (level === "港") return namedOrMeant(pieces, HONG_KONG, OWN_CITY, knowledge);
  const counts = new Map<string, { readonly first: Mention; count: number }>();
  for (const { mention } of pieces)
    for (const place of mention ? placesOf(mention) : [])
      if (place.keys[0] !== undefined && hasLevel(place, level, knowledge)) {
        const entry = counts.get(place.keys[0]);
        if (entry) entry.count++;
        else counts.set(place.keys[0], { first: place, count: 1 });
      }
  const best = [...counts.values()].sort((a, b) => b.count - a.count)[0];
  return best ? [best.first] : [];
}

/** The country that a page is of: Taiwan where more of its places lie there, else China. Its name need not stand in the page. */
function countryOf(pieces: readonly Piece[], knowledge: Knowledge): readonly Mention[] {
  let lead = 0;
  for (const { mention } of pieces)
    for (const place of mention ? placesOf(mention) : [])
      for (const key of homeCountry(place, knowledge)) lead += key === TAIWAN ? 1 : -1;
  return namedOrMeant(pieces, lead > 0 ? TAIWAN : CHINA, OWN_COUNTRY, knowledge);
}

/** The rule of what 我国 and 本港 mean on a page that does not name it. */
export const OWN_PLACE = "own-place";

/** Where the page names a place; else the first of the words that mean it. */
function namedOrMeant(
  pieces: readonly Piece[],
  key: string,
  words: ReadonlySet<string>,
  { gazetteer }: Knowledge,
): readonly Mention[] {
  const named = pieces.find(({ mention }) => mention?.type === "place" && mention.keys[0] === key)?.mention;
  if (named) return [named];
  const own = pieces.find(({ ref }) => ref?.kind === "entry" && words.has(ref.entry.surface));
  const entry = gazetteer.get(key);
  if (!own || !entry) return [];
  return [
    {
      start: own.start,
      end: own.end,
      type: "place",
      rule: OWN_PLACE,
      keys: [key],
      classes: ["place", `place.${entry.kind}`],
      parts: [],
      name: entry.name,
    },
  ];
}

/** Taiwan or China, whichever the place lies in; nothing for places abroad. */
function homeCountry(place: Mention, knowledge: Knowledge): readonly string[] {
  for (let key = place.keys[0] ?? ""; key !== ""; key = knowledge.gazetteer.get(key)?.within ?? "")
    if (key === TAIWAN || key === CHINA) return [key];
  return [];
}

/** The last event whose name ends like the word for it (本次论坛), else, for 活动 and 大会, the last one. */
function eventCalled(word: string, text: string, before: readonly Mention[]): readonly Mention[] {
  const isMeant = (event: Mention): boolean => goesOn(event, text);
  const kind =
    /(?:活动|赛事|比赛|大会|典礼|.{2,3}$)/.exec(word.replace(/^(?:本次|此次|这次|本届|今次|今届|今年|本)/, ""))?.[0] ??
    "";
  const called = lastOf(before, event => isMeant(event) && text.slice(event.start, event.end).endsWith(kind));
  return called.length > 0 || !ANY_EVENT.test(kind) ? called : lastOf(before, isMeant);
}

const ANY_EVENT = /^(?:活动|赛事|比赛|大会|典礼|展会|展览|竞赛)$/;

/**
 * The body that meets: 国务院 of 国务院常务会议, 全国人大常委会 of 十四届全国人大常委会第十二次会议. The meeting is the one that was
 * last said to be held, else the last one named.
 */
function bodyAtMeeting(before: readonly Mention[], text: string): readonly Mention[] {
  const from = (before.at(-1)?.end ?? 0) - FAR;
  let meeting: Mention | undefined;
  for (let at = before.length - 1; at >= 0; at--) {
    const event = before[at] as Mention;
    if (event.end < from) break;
    if (!goesOn(event, text)) continue;
    meeting ??= event;
    if (!isHeld(event, text)) continue;
    meeting = event;
    break;
  }
  const body = meeting?.parts.find(part => part.type === "agency" && TERM.test(text.slice(meeting.start, part.start)));
  return body ? [body] : [];
}

/** A meeting so many characters away is no longer spoken of; a page as long as a book would take the square of its length. */
const FAR = 10_000;

const isHeld = ({ start, end }: Mention, text: string): boolean =>
  HELD.test(text.slice(end, end + REACH)) || HOLDING.test(text.slice(Math.max(0, start - REACH), start));

/** How many characters from the name of a meeting a verb of holding stands at most. */
const REACH = 30;
const HELD = /^[^。，；！？\n]*?(?:召开|举行|开幕|闭幕|开会)/;
const HOLDING = /(?:召开|举行|主持|出席)(?:了)?[^。，；！？\n]{0,6}$/;

const TERM = /^(?:第?[一二三四五六七八九十百]+届)?$/;

/** The last body whose name ends with the word for its kind: 局, 公司; a 校 is a school of any kind. */
function bodyNamed(kind: string, text: string, before: readonly Mention[]): [string | undefined, readonly Mention[]] {
  const isOfKind = (name: string): boolean => (kind === "校" ? SCHOOL.test(name) : name.endsWith(kind));
  const found = lastOf(before, mention => isBody(mention) && isOfKind(text.slice(mention.start, mention.end)));
  return [found[0]?.type, found];
}

const SCHOOL = /(?:校|大学|学院|中学|小学|国中|国小|高中)$/;

/** 吉林全省 is 吉林; 全省 by itself the province named last in the paragraph, else, as 我省 is, the page's own. */
function ownPlace(
  surface: string,
  start: number,
  before: readonly Mention[],
  { text, home, knowledge }: Page,
): readonly Mention[] {
  const level = surface.at(-1) ?? "";
  if (!surface.startsWith("全")) return home(level);
  const last = before.at(-1);
  if (last?.type === "place" && last.end === start && !last.antecedents) return [last];
  if (level === "国" || level === "港") return home(level);
  const line = text.lastIndexOf("\n", start);
  const paragraph = before.slice(before.findLastIndex(one => one.start <= line) + 1);
  const near = lastPlace(paragraph, place => hasLevel(place, level, knowledge));
  return near ? [near] : home(level);
}

function lastOf(before: readonly Mention[], fits: (mention: Mention) => boolean): readonly Mention[] {
  const found = before.findLast(fits);
  return found ? (found.antecedents ?? [found]) : [];
}

const LEVELS: Readonly<Record<string, readonly string[]>> = {
  省: ["province"],
  市: ["prefecture", "province"],
  县: ["county"],
  区: ["county", "province"],
  国: ["country"],
  港: ["province"],
};

function hasLevel(mention: Mention, last: string, { gazetteer }: Knowledge): boolean {
  return mention.keys.some(key => {
    const { kind = "", name = "" } = gazetteer.get(key) ?? {};
    return LEVELS[last]?.includes(kind) === true && (!WRITTEN.has(last) || name.endsWith(last));
  });
}

/** The levels with which the full names of their places end. */
const WRITTEN: ReadonlySet<string> = new Set(["市", "县", "区"]);
