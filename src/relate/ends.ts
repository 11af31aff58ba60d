import type { Knowledge } from "../engine/load.js";
import type { Match } from "../engine/match.js";
import type { Mention } from "../model/mention.js";

/** What an end of a relation is looked up in. */
export interface EndContext {
  readonly knowledge: Knowledge;
  /** The mentions that a capture of the match holds; a word that stands for several gives those. */
  mentionsOf(capture: string): readonly Mention[];
  /** The normal text of a capture. */
  textOf(capture: string): string;
  /** The document's mentions up to the match, the last one first, and then the others. */
  nearest(): Iterable<Mention>;
  /** The first mention of a type, of an event as what goes on. */
  first(type: string): Mention | undefined;
  /** The normal text of a mention. */
  textAt(mention: Mention): string;
  /** Whether an event is named there as what goes on. */
  goesOn(event: Mention): boolean;
  /** Where in the text the match stands. */
  readonly span: readonly [start: number, end: number];
}

/**
 * The mentions that an end of a relation names, as a rule writes it:
 *
 * | written          | means                                                                       |
 * | ---------------- | --------------------------------------------------------------------------- |
 * | at               | what the capture holds                                                      |
 * | at.place         | the place in its name (清远市 of 清远市委); of a title, the place of its level that is named most  |
 * | at.seat          | what the capture holds; of a mayor's post in a government or a committee, the place that it is of  |
 * | who.person       | the people that the capture holds; so with other types                      |
 * | nearest.event    | the event that was named last as what goes on; if there is one, the last whose name ends with what the capture `kind` holds |
 * | main.event       | the event that the page names first as what goes on                        |
 * | place:CN         | that entry of the gazetteer, named or not                                   |
 * | place:710000?    | that entry, where the document names it                                     |
 */
export function endsOf(written: string, match: Match, context: EndContext): readonly Mention[] {
  if (written.includes(":")) return implied(written, match, context);
  const [capture = "", part] = written.split(".");
  if (capture === NEAREST) {
    const kind = context.textOf("kind");
    const ofKind = kind === "" ? [] : nearestOf(part, context, kind);
    return ofKind.length > 0 || OWN_KIND.test(kind) ? ofKind : nearestOf(part, context);
  }
  if (capture === MAIN) {
    const first = context.first(part ?? "");
    return first?.antecedents ?? (first ? [first] : []);
  }
  const found = context.mentionsOf(capture);
  if (part === undefined) return found;
  if (part === "seat")
    return MAYOR.test(context.textOf("title")) ? found.map(mention => seatOf(mention) ?? mention) : found;
  if (part !== "place") return found.filter(mention => mention.type === part);
  if (found.length > 0) return found.flatMap(mention => placeOf(mention, match, context));
  return placeOfLevel(context.textOf(capture), context);
}

/** Stand in the place of a capture for what was named last, and for what the page names first. */
const NEAREST = "nearest";
const MAIN = "main";

/** Whether an end stands for an event that is named elsewhere. */
export const isNamedElsewhere = (written: string): boolean =>
  written === `${NEAREST}.event` || written === `${MAIN}.event`;

/** A 座谈会 is none of the events that the page has named where none is called so; 活动 and 会议 may be any of them. */
const OWN_KIND = /^(?:座谈会|研讨会|讲座|记者会|晚会|音乐会|酒会|路跑|比赛|追思会|首映会)$/;

function nearestOf(
  type: string | undefined,
  { nearest, goesOn, textAt, span: [, end] }: EndContext,
  kind = "",
): readonly Mention[] {
  for (const mention of nearest())
    if (
      mention.type === type &&
      mention.end <= end &&
      textAt(mention).endsWith(kind) &&
      (type !== "event" || goesOn(mention))
    )
      return mention.antecedents ?? [mention];
  return [];
}

/** Whether an end is not what the match names, but what goes without saying. */
export const isImplied = (written: string): boolean => written.includes(":") || written === "title.place";

function implied(
  written: string,
  match: Match,
  { knowledge, nearest, span: [start, end] }: EndContext,
): readonly Mention[] {
  const key = written.replace(/\?$/, "");
  const entry = knowledge.gazetteer.get(key);
  if (!entry) return [];
  for (const mention of nearest()) {
    const meant = (mention.antecedents ?? [mention, ...mention.parts]).find(({ keys }) => keys.includes(key));
    if (meant) return [meant];
  }
  if (written.endsWith("?")) return [];
  return [
    {
      start,
      end,
      type: entry.type,
      rule: match.rule.id,
      keys: [key],
      classes: [entry.type],
      parts: [],
      name: entry.name,
    },
  ];
}

/** The place that holds or names a body: by its name, by what the text says of it, or by the gazetteer. */
function placeOf(mention: Mention, match: Match, context: EndContext): readonly Mention[] {
  const named = placeInName(mention);
  if (named) return [named];
  const within = context.knowledge.gazetteer.get(mention.keys[0] ?? "")?.within ?? "";
  return within.startsWith("place:") ? implied(within, match, context) : [];
}

const MAYOR = /[省市县区州镇乡旗盟]长$/;

const seatOf = (mention: Mention): Mention | undefined =>
  mention.type === "agency" ? placeInName(mention) : undefined;

const placeInName = (mention: Mention): Mention | undefined =>
  mention.type === "place" ? mention : (mention.within ?? mention.parts.findLast(part => part.type === "place"));

/** The place of the level that a title names (a 市长 or a 市议员 is a city's) that the document names most often. */
function placeOfLevel(title: string, { knowledge, nearest }: EndContext): readonly Mention[] {
  const level = /(省|市|县|区|州|镇|乡|旗|盟)(?:长|议员)$/.exec(title)?.[1];
  if (!level) return [];
  const counts = new Map<string, { place: Mention; count: number }>();
  for (const mention of nearest()) {
    const place = placeInName(mention);
    const key = place?.keys.find(one => knowledge.gazetteer.get(one)?.name.endsWith(level));
    if (place && key)
      counts.set(key, { place: counts.get(key)?.place ?? place, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const best = [...counts.values()].reduce<{ place: Mention; count: number } | undefined>(
    (one, other) => (one && one.count >= other.count ? one : other),
    undefined,
  );
  return best ? [best.place] : [];
}
