import type { AnnotatedDocument } from "../annotate/index.js";
import type { Piece } from "../annotate/pieces.js";
import { canLieIn } from "../engine/holders.js";
import type { Knowledge } from "../engine/load.js";
import { clauseStart, type Match, sentenceEnd, sentenceStart } from "../engine/match.js";
import type { Gives, Rule } from "../engine/rule.js";
import { PhaseTrace, type Trace } from "../engine/trace.js";
import { remembered } from "../engine/remembered.js";
import type { RelationDraft } from "../model/draft.js";
import { type Mention, writtenName } from "../model/mention.js";
import { goesOn } from "../annotate/cited.js";
import { type EncodedText, encodeText } from "./encode.js";
import { endsOf, type EndContext, isImplied, isNamedElsewhere } from "./ends.js";
import { speechExtent } from "./speech.js";

type RelationGives = Extract<Gives, { relation: string }>;

/** Find the relations that the document's sentences state. */
export function relate({ document, pieces }: AnnotatedDocument, knowledge: Knowledge, trace?: Trace): RelationDraft[] {
  const encoded = encodeForRelations(pieces, document.normal, knowledge);
  const { text, normal, published } = document;
  const page = { encoded, pieces, text, normal, published: published?.slice(0, 10), knowledge };
  const firstDay = remembered(() => firstDayOf(page));
  const context: Context = {
    ...page,
    firstDay: () => firstDay(""),
    first: remembered(
      type => pieces.find(({ mention }) => mention?.type === type && isFirst(mention, normal))?.mention,
    ),
  };
  const told =
    trace &&
    new PhaseTrace(trace, "relations", (from, to) => ({
      start: encoded.offsets[from] as number,
      end: encoded.offsets[to] as number,
    }));
  const matches = knowledge.matchers.relations.matches(
    encoded.symbols,
    told && ((_, match, why) => told.refused(match, why)),
  );
  const drafts: RelationDraft[] = [];
  for (const match of matches) {
    const hedge = notAsserted(match, context);
    if (hedge) {
      told?.refused(match, `not asserted: ${hedge}`);
      continue;
    }
    const stated = match.rule.gives.flatMap(gives => ("relation" in gives ? draftsOf(match, gives, context) : []));
    if (stated.length > 0) told?.won(match);
    else told?.refused(match, "no two entities that the predicate allows");
    drafts.push(...stated);
  }
  return withoutOutdone(
    onTour(drafts, document.normal),
    document.normal,
    new Set(
      matches
        .filter(({ rule }) => rule.gives.some(gives => "relation" in gives && isImplied(gives.to)))
        .map(({ rule }) => rule.id),
    ),
  );
}

/** A post whose body goes without saying (总统 on a page about Taiwan) is dropped where the page names another body for it. */
function withoutOutdone(drafts: readonly RelationDraft[], text: string, implied: ReadonlySet<string>): RelationDraft[] {
  const postOf = ({ from, qualifiers }: RelationDraft): string => `${writtenName(from, text)} ${qualifiers.title}`;
  const said = new Set(
    drafts.flatMap(draft => (draft.predicate === "holds_position" && !implied.has(draft.rule) ? [postOf(draft)] : [])),
  );
  return drafts.filter(draft => !implied.has(draft.rule) || !said.has(postOf(draft)));
}

/**
 * What somebody visits in the course of a tour, told without a date, was visited when the tour took place: on its day, or
 * in the month of a tour of several (20日至22日到山东调研).
 */
function onTour(drafts: readonly RelationDraft[], text: string): readonly RelationDraft[] {
  const visitor = ({ from }: RelationDraft): string => writtenName(from, text);
  const tours = new Map<string, RelationDraft>();
  for (const draft of drafts)
    if (draft.predicate === "visits" && isDay(draft.qualifiers.date) && !tours.has(visitor(draft)))
      tours.set(visitor(draft), draft);
  return drafts.map(draft => {
    const tour = tours.get(visitor(draft));
    if (draft.predicate !== "visits" || draft.qualifiers.date || !tour || !isOnTour(draft, tour, text)) return draft;
    const date = tour.qualifiers.date as string;
    const [span, month] = SPAN_OF_DAYS.exec(text.slice(Math.max(0, tour.start - BEFORE_TOUR), tour.end)) ?? [];
    if (month && Number(month) !== Number(date.slice(5, 7))) return draft;
    return { ...draft, qualifiers: { ...draft.qualifiers, date: span ? date.slice(0, "2025-08".length) : date } };
  });
}

/** Whether a visit is told of the tour that a page has begun to tell of, and not of another time. */
function isOnTour({ start, qualifiers }: RelationDraft, tour: RelationDraft, text: string): boolean {
  if (qualifiers.status || tour.qualifiers.status || start < tour.start || start > tour.end + LONGEST_TOUR)
    return false;
  return !ANOTHER_TIME.test(text.slice(Math.max(0, start - BEFORE_VISIT), start));
}

const SPAN_OF_DAYS = /\d日?[至到—~-](?:(\d{1,2})月)?\d{1,2}日/;
const ANOTHER_TIME = /(?:年前|此前|曾|过去|当年|那时|上次|去年|前年)[^。！？\n]*$/;
/** How many characters before a visit its days may be told, how many before one may tell of another time, and how long a tour may be told of. */
const BEFORE_TOUR = 60;
const BEFORE_VISIT = 30;
const LONGEST_TOUR = 2000;

interface Context {
  readonly encoded: EncodedText;
  readonly pieces: readonly Piece[];
  /** The document's own text, in its own script. */
  readonly text: string;
  readonly normal: string;
  /** ISO, where the page tells it. */
  readonly published: string | undefined;
  readonly knowledge: Knowledge;
  /** Looked for once, and only where a rule asks for them. */
  readonly firstDay: () => string | undefined;
  readonly first: (type: string) => Mention | undefined;
}

/** An event is named first where it is named as what goes on. */
const isFirst = (mention: Mention, text: string): boolean => mention.type !== "event" || goesOn(mention, text);

/** The text as relation rules see it. */
export function encodeForRelations(pieces: readonly Piece[], text: string, knowledge: Knowledge): EncodedText {
  return encodeText(pieces, text, visibility(knowledge));
}

function visibility({ symbols }: Knowledge): (piece: Piece) => boolean {
  const isTitle = symbols.tableOf("list.title");
  return ({ mention, ref, symbol }) =>
    mention || ref?.kind === "token" || ref?.kind === "name" ? symbol >= FIRST_SYMBOL : isTitle[symbol] === 1;
}

const FIRST_SYMBOL = 0xe000;

/** The word that makes a clause a wish, a condition, a denial or a question; undefined where the clause asserts. */
function notAsserted(match: Match, { encoded, knowledge }: Context): string | undefined {
  if (!mustBeAsserted(match.rule)) return undefined;
  const clause = encoded.symbols.slice(clauseStart(encoded.symbols, match.start), match.anchor);
  const sentence = encoded.symbols.slice(sentenceStart(encoded.symbols, match.start), match.anchor);
  const word =
    (knowledge.lists.get("not-asserted-clause") ?? []).find(one => clause.includes(one)) ??
    (knowledge.lists.get("not-asserted-sentence") ?? []).find(one => sentence.includes(one));
  if (word) return word;
  return endsInQuestion(encoded.symbols, match.end) ? "?" : undefined;
}

/** Posts, places and what is said hold even where the sentence is a wish or a question. */
export function mustBeAsserted({ gives }: Rule): boolean {
  return !gives.every(
    one =>
      "relation" in one &&
      (one.relation === "holds_position" || one.over === "speech" || one.relation === "located_in"),
  );
}

function endsInQuestion(symbols: string, at: number): boolean {
  const end = sentenceEnd(symbols, at);
  // Before a letter it stands for a character that the page has lost: ?te.
  return "？?".includes(symbols[end] ?? " ") && !/[a-z]/i.test(symbols[end + 1] ?? " ");
}

function draftsOf(match: Match, gives: RelationGives, context: Context): RelationDraft[] {
  const { encoded, knowledge } = context;
  const predicate = knowledge.schema.predicates.find(one => one.id === gives.relation);
  if (!predicate) return [];
  const ends = endContext(match, context);
  const from = endsOf(gives.from, match, ends).map(mention => bodyOf(mention, predicate.domain, context));
  const extent = gives.over === "speech" ? speechExtent(encoded.symbols, match, knowledge) : undefined;
  const to = extent ? extent.flatMap(range => mentionsIn(range, context)) : endsOf(gives.to, match, ends);
  const start = encoded.offsets[match.start] as number;
  const end = encoded.offsets[extent ? Math.max(match.end, ...extent.map(range => range[1])) : match.end] as number;
  const begin = extent ? Math.min(start, ...extent.map(range => encoded.offsets[range[0]] as number)) : start;
  const qualifiers = qualifiersOf(match, gives, predicate.qualifiers, context);
  const [event] = isNamedElsewhere(gives.to) ? to : isNamedElsewhere(gives.from) ? from : [];
  if (event && !qualifiers.date && predicate.qualifiers.includes("date")) {
    const date = dayOf(event, context);
    if (date) qualifiers.date = date;
  }
  return from.flatMap(one =>
    to.flatMap(other =>
      one === other ||
      !predicate.domain.includes(one.type) ||
      !predicate.range.includes(other.type) ||
      // In 台南位于白河区某地 it is a place in 白河区 that is spoken of.
      (gives.relation === "located_in" && canLieIn(other.keys, one.keys, knowledge))
        ? []
        : [{ predicate: gives.relation, from: one, to: other, qualifiers, start: begin, end, rule: match.rule.id }],
    ),
  );
}

/** What a meeting of a body does, the body does: 国务院 of 国务院常务会议. */
function bodyOf(mention: Mention, domain: readonly string[], { normal }: Context): Mention {
  if (domain.includes(mention.type) || mention.type !== "event") return mention;
  const isFirst = ({ start }: Mention): boolean => NUMBERED.test(normal.slice(mention.start, start));
  return mention.parts.find(part => isFirst(part) && domain.includes(part.type)) ?? mention;
}

/** Nothing, or the year and the number of a meeting: 2017年第11次县政府常务会议. */
const NUMBERED = /^(?:\d{4}年?)?(?:第[^\s]{1,4}[次届])?$/;

/** What stands so many words away is near nothing; a page as long as a book would take the square of its length. */
const NEAR = 10_000;

function endContext(match: Match, context: Context): EndContext {
  const { encoded, pieces, normal, knowledge } = context;
  return {
    knowledge,
    mentionsOf: capture => mentionsIn(match.groups[capture], context),
    textOf: capture => (match.groups[capture] ? normalOf(match.groups[capture], context) : ""),
    *nearest() {
      let symbol = match.end - 1;
      while (symbol >= 0 && (encoded.pieces[symbol] as number) < 0) symbol--;
      const at = symbol < 0 ? -1 : (encoded.pieces[symbol] as number);
      for (let i = at; i >= Math.max(0, at - NEAR); i--) if (pieces[i]?.mention) yield pieces[i]?.mention as Mention;
      for (let i = at + 1; i < Math.min(pieces.length, at + NEAR); i++)
        if (pieces[i]?.mention) yield pieces[i]?.mention as Mention;
    },
    first: context.first,
    textAt: ({ start, end }) => normal.slice(start, end),
    goesOn: event => goesOn(event, normal),
    span: [encoded.offsets[match.start] as number, encoded.offsets[match.end] as number],
  };
}

/** The mentions in a stretch of encoded text; a word that stands for several gives those. */
function mentionsIn(range: readonly [number, number] | undefined, { encoded, pieces }: Context): Mention[] {
  if (!range) return [];
  const found: Mention[] = [];
  for (let at = range[0]; at < range[1]; at++) {
    const mention = pieces[encoded.pieces[at] as number]?.mention;
    if (mention) found.push(...(mention.antecedents ?? [mention]));
  }
  return found;
}

function qualifiersOf(
  match: Match,
  gives: RelationGives,
  allowed: readonly string[],
  context: Context,
): Record<string, string> {
  const qualifiers: Record<string, string> = {};
  for (const [name, capture] of Object.entries(gives.qualifiers)) {
    if (name === "date") continue;
    const range = match.groups[capture];
    const value = range
      ? textOf(range, context)
      : capture in match.groups
        ? undefined
        : isCapture(match, capture)
          ? undefined
          : capture;
    if (value) qualifiers[name] = value;
  }
  if (allowed.includes("date") && gives.relation !== "comments_on") {
    const date = dateOf(match, gives, context);
    if (date) qualifiers.date = date;
  }
  if (
    allowed.includes("status") &&
    gives.relation !== "holds_position" &&
    !qualifiers.status &&
    isPlanned(match, context)
  )
    qualifiers.status = "planned";
  return qualifiers;
}

const isCapture = (match: Match, name: string): boolean =>
  match.rule.sources.some(source => source.includes(`{${name}:`) || source.includes(`${name}:(`));

function textOf([from, to]: readonly [number, number], { encoded, text, normal }: Context): string {
  const start = encoded.offsets[from] as number;
  const end = encoded.offsets[to] as number;
  // In 教育局长 the title shares its first character with the name of the body.
  return text.slice(normal.slice(start, end) === "长" ? start - 1 : start, end);
}

function normalOf([from, to]: readonly [number, number], { encoded, normal }: Context): string {
  return normal.slice(encoded.offsets[from], encoded.offsets[to]);
}

/**
 * The date that the match names, or else the last one before its anchor in the sentence; or the one day that the sentence
 * names behind it; or, where it tells the hour of the day alone (上午前往…), the day on which the page came out.
 */
function dateOf(match: Match, gives: RelationGives, context: Context): string | undefined {
  const { symbols } = context.encoded;
  const range = gives.qualifiers.date ? match.groups[gives.qualifiers.date] : undefined;
  const from = sentenceStart(symbols, match.anchor);
  const named = datesIn(range ?? [from, match.anchor], context).at(-1);
  if (named !== undefined || range) return named;
  const day = onlyDayIn([match.anchor, sentenceEnd(symbols, match.anchor)], context);
  if (day) return day;
  if (HOUR.test(symbols.slice(from, match.anchor)) && isDay(context.published)) return context.published;
  return gives.qualifiers.date === FIRST_DAY ? context.firstDay() : undefined;
}

/** The first day that a page names, or the one on which it came out where its first sentence tells the hour alone. */
function firstDayOf(context: Omit<Context, "firstDay" | "first">): string | undefined {
  const { symbols } = context.encoded;
  const named = datesIn([0, symbols.length], context).find(isDay);
  if (named !== undefined || !isDay(context.published)) return named;
  return HOUR.test(symbols.slice(0, sentenceEnd(symbols, 0))) ? context.published : undefined;
}

/** The one day that a stretch names, however often: 今天（12月18日）. */
function onlyDayIn(range: readonly [number, number], context: Context): string | undefined {
  const [day, ...others] = new Set(datesIn(range, context).filter(isDay));
  return others.length === 0 ? day : undefined;
}

/** The one day that the sentence names in which an event stands. */
function dayOf({ start }: Mention, context: Context): string | undefined {
  const { symbols, offsets } = context.encoded;
  const at = offsets.findIndex(offset => offset >= start);
  return onlyDayIn([sentenceStart(symbols, at), sentenceEnd(symbols, at)], context);
}

/** Written for a date: the first day that the page names, for what is told at its end and took place when the page begins. */
const FIRST_DAY = "first-day";

function datesIn(
  [from, to]: readonly [number, number],
  { encoded, pieces }: Pick<Context, "encoded" | "pieces">,
): readonly string[] {
  const found: string[] = [];
  for (let at = from; at < to; at++) {
    const ref = pieces[encoded.pieces[at] as number]?.ref;
    if (ref?.kind !== "token" || ref.token.kind !== "date" || !ref.token.value) continue;
    // 11月3日至5日 begins on the 3rd.
    const before = pieces[encoded.pieces[at - 2] as number]?.ref;
    const isEnd = UNTIL.test(encoded.symbols[at - 1] ?? "") && before?.kind === "token" && before.token.kind === "date";
    if (!isEnd) found.push(ref.token.value);
  }
  return found;
}

const UNTIL = /^[至到—~-]$/;
const isDay = (date: string | undefined): boolean => /^\d{4}-\d\d-\d\d$/.test(date ?? "");
const HOUR = /[上下]午|中午|傍晚|晚间|清晨|凌晨/;

function isPlanned(match: Match, { encoded, knowledge }: Context): boolean {
  const clause = encoded.symbols.slice(clauseStart(encoded.symbols, match.start), match.anchor);
  return (knowledge.lists.get("planned") ?? []).some(word => clause.includes(word));
}
