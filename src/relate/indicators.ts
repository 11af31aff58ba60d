import type { AnnotatedDocument } from "../annotate/index.js";
import { encodePieces, type Piece } from "../annotate/pieces.js";
import type { Knowledge } from "../engine/load.js";
import { clauseStart, type Match, paragraphStart, resolveOverlaps, sentenceStart } from "../engine/match.js";
import type { Gives } from "../engine/rule.js";
import { PhaseTrace, type Trace } from "../engine/trace.js";
import type { IndicatorDraft } from "../model/draft.js";
import type { Mention } from "../model/mention.js";
import { goesOn, isCited } from "../annotate/cited.js";

type IndicatorGives = Extract<Gives, { indicator: string }>;

/** Find the figures that the document states of its entities. A figure is stated once: see `resolveOverlaps`. */
export function measure(annotated: AnnotatedDocument, knowledge: Knowledge, trace?: Trace): IndicatorDraft[] {
  const encoded = encodePieces(annotated.pieces);
  const figureOf = (match: Match): readonly [number, number] =>
    match.groups[(match.rule.gives[0] as IndicatorGives).value] ?? [match.start, match.end];
  const told =
    trace &&
    new PhaseTrace(trace, "indicators", (from, to) => ({
      start: (annotated.pieces[from] as Piece).start,
      end: (annotated.pieces[Math.max(from, to - 1)] as Piece).end,
    }));
  const all = knowledge.matchers.indicators.matches(encoded, told && ((_, refused, why) => told.refused(refused, why)));
  const matches = resolveOverlaps(all, figureOf, told && ((loser, winner) => told.lost(loser, winner)));
  const drafts: IndicatorDraft[] = [];
  let last: Stated | undefined;
  for (const match of matches) {
    const subject = subjectOf(annotated, encoded, match, last);
    const draft = subject && draftOf(match, subject, annotated, encoded);
    if (!draft) {
      told?.refused(match, subject ? "its value is no figure" : "no entity before it that figures can be stated of");
      continue;
    }
    told?.won(match);
    last = { at: match.anchor, subject };
    drafts.push(draft);
  }
  return drafts;
}

/** What the figure before is stated of, and where it stands. */
interface Stated {
  readonly at: number;
  readonly subject: Mention;
}

function draftOf(
  match: Match,
  subject: Mention,
  { document, pieces }: AnnotatedDocument,
  encoded: string,
): IndicatorDraft | undefined {
  const gives = match.rule.gives[0] as IndicatorGives;
  const value = match.groups[gives.value];
  const label = match.groups[gives.indicator];
  const token = value && tokenOf(pieces[value[0]]);
  if (!token?.value || !label) return undefined;
  const period = periodBefore(pieces, encoded, match.anchor);
  return {
    subject,
    value: Number(token.value),
    ...(period ? { period } : {}),
    rule: match.rule.id,
    indicator: document.text.slice((pieces[label[0]] as Piece).start, (pieces[label[1] - 1] as Piece).end),
    unit: inScriptOf(
      token.unit ?? "",
      document.normal.slice(token.start, token.end),
      document.text.slice(token.start, token.end),
    ),
    start: (pieces[match.start] as Piece).start,
    end: (pieces[match.end - 1] as Piece).end,
  };
}

const tokenOf = (piece: Piece | undefined) => (piece?.ref?.kind === "token" ? piece.ref.token : undefined);

/** The unit in the document's own script: the normal form has 亿 where the page has 億. */
function inScriptOf(unit: string, normal: string, surface: string): string {
  return [...unit].map(character => surface[normal.lastIndexOf(character)] ?? character).join("");
}

/**
 * What a figure is stated of: what the rule captures as its subject; the event that those take part in whom it counts, or
 * that the clause is about (活动集结了…); the last entity before it in its clause that no
 * preposition governs (在新疆) and that is no example (A、B等16项) or predicate (是A的一部分); the place that the sentence
 * has turned to (在清远，…); what the figure before it in the sentence is stated of; the work or else the topic of the
 * sentence; one that a preposition governs; what the figure before it in the paragraph is stated of; the last entity of the
 * paragraph, or a body that is named there; of a target (到2025年) at last the place of which the page is.
 */
function subjectOf(
  annotated: AnnotatedDocument,
  encoded: string,
  match: Match,
  last: Stated | undefined,
): Mention | undefined {
  const { pieces } = annotated;
  const { of, among } = match.rule.gives[0] as IndicatorGives;
  const told = of === undefined ? undefined : match.groups[of];
  if (told) return entityOf(pieces[told[0]]?.mention);
  const sentence = sentenceStart(encoded, match.start);
  const clause = clauseStart(encoded, match.start);
  const event = attendedEvent(annotated, match) ?? eventBegun(annotated, clause, match.anchor);
  if (event) return event;
  const line = paragraphStart(encoded, sentence);
  const canBe = ({ type }: Mention): boolean => among === undefined || among.includes(type);
  const inClause = subjectsIn(annotated, clause, match.start, match.anchor, canBe);
  const inSentence = subjectsIn(annotated, sentence, match.start, match.anchor, canBe);
  const paragraph = subjectsIn(annotated, line, sentence, match.anchor, canBe);
  const before = (from: number): Mention | undefined =>
    last && last.at >= from && canBe(last.subject) ? last.subject : undefined;
  const body = bodyAtHead(annotated, sentence);
  const frame = frameOf(annotated, Math.max(sentence, last?.at ?? 0), clause);
  const work = inSentence.topics.findLast(({ type }) => WORKS.has(type));
  return (
    inClause.topics.at(-1) ??
    inClause.bodies.at(-1) ??
    (frame && canBe(frame) ? frame : undefined) ??
    before(sentence) ??
    eventBegun(annotated, sentence, match.start) ??
    work ??
    inSentence.topics[0] ??
    (body && canBe(body) ? body : undefined) ??
    inSentence.governed[0] ??
    before(line) ??
    paragraph.topics.at(-1) ??
    inSentence.bodies.at(-1) ??
    paragraph.governed.at(-1) ??
    paragraph.bodies.at(-1) ??
    (isTarget(annotated, line, match.start) ? homeOf(annotated) : undefined)
  );
}

/** 海关 of a sentence that begins with what the customs did; 教育局长 speaks of others. */
function bodyAtHead({ pieces }: AnnotatedDocument, sentence: number): Mention | undefined {
  const mention = pieces[sentence]?.mention;
  return mention?.type === "agency" && !isOf(pieces[sentence + 1], "list.title") ? entityOf(mention) : undefined;
}

/** How many words behind a figure tell that what it counts takes part in something. */
const NEAR = 4;

/** In 300人参加漂流节 and 300人到场 the figure is that of the event: the one named behind, or else the one named last. */
function attendedEvent(annotated: AnnotatedDocument, match: Match): Mention | undefined {
  const { pieces, document } = annotated;
  const clause = pieces.slice(match.end, match.end + NEAR * 2);
  const length = clause.findIndex(piece => CLAUSE_END.test(textOf(piece, document.normal)));
  const inClause = length < 0 ? clause : clause.slice(0, length);
  const verb = inClause.slice(0, NEAR).findIndex(piece => isOf(piece, "list.attending"));
  if (verb < 0) return undefined;
  const behind = inClause.slice(verb).find(({ mention }) => mention?.type === "event");
  return behind?.mention ?? lastEvent(annotated, match.start);
}

const CLAUSE_END = /^[，,。；！？\n]$/;

/** Where a clause or a sentence begins with 活动 or 这个博览会, what it tells is told of the event that was named last. */
function eventBegun(annotated: AnnotatedDocument, from: number, to: number): Mention | undefined {
  const { pieces } = annotated;
  const at = isOf(pieces[from], "list.event-this") ? from + 1 : from;
  const isBegun =
    at < to && isOf(pieces[at], "list.event-kind") && !pieces[at]?.mention && !isOf(pieces[at + 1], "list.speech-verb");
  return isBegun ? lastEvent(annotated, from, textOf(pieces[at], annotated.document.normal)) : undefined;
}

/** What stands so many words away is no longer spoken of; a page as long as a book would take the square of its length. */
const FAR = 10_000;

/** The event named last before a piece, as what goes on; the last of a kind, 嘉年华, where one is of it by its name. */
function lastEvent(
  { pieces, document: { normal } }: AnnotatedDocument,
  before: number,
  kind = "",
): Mention | undefined {
  let last: Mention | undefined;
  for (let at = before - 1; at >= Math.max(0, before - FAR); at--) {
    const mention = pieces[at]?.mention;
    if (!mention || !goesOn(mention, normal)) continue;
    if (normal.slice(mention.start, mention.end).includes(kind)) return mention;
    last ??= mention;
  }
  return last;
}

interface Candidates {
  readonly topics: Mention[];
  /** Behind a preposition. */
  readonly governed: Mention[];
  readonly bodies: Mention[];
}

/** The entities of a stretch that the figure at a piece can be stated of. */
function subjectsIn(
  annotated: AnnotatedDocument,
  from: number,
  to: number,
  figure: number,
  canBe: (entity: Mention) => boolean,
): Candidates {
  const {
    pieces,
    document: { normal },
  } = annotated;
  const found: Candidates = { topics: [], governed: [], bodies: [] };
  // In 大桥是高速公路的控制性工程 the road behind 是 tells what the bridge is.
  let named = false;
  let told = false;
  for (let at = from; at < to; at++) {
    const mention = pieces[at]?.mention;
    const entity = entityOf(mention);
    const text = mention ? "" : textOf(pieces[at], normal);
    if (CLAUSE_END.test(text)) named = told = false;
    if (text === "是") told = named;
    named ||= mention !== undefined;
    if (
      !mention ||
      !entity ||
      !canBe(entity) ||
      isSource(pieces, at) ||
      isExample(pieces, at, figure, normal) ||
      isInQuote(pieces, at, normal)
    )
      continue;
    if (mention.type === "agency" && !mention.classes.includes("agency.international")) {
      if (!(found.bodies.length > 0 && isOf(pieces[at - 1], "list.preposition"))) found.bodies.push(entity);
    } else if (canBeSubject(mention, normal) && !isOf(pieces[at + 1], "list.source-mark")) {
      const word = isMark(pieces[at - 1], normal) ? at - 2 : at - 1;
      // In 在广州、清远等地 the preposition governs both.
      const isInRow =
        at - 2 >= from &&
        isJoiner(pieces[at - 1], normal) &&
        found.governed.at(-1) === entityOf(pieces[at - 2]?.mention);
      const isGoverned = told || isInRow || (word >= from && GOVERNING.some(list => isOf(pieces[word], list)));
      // Of 湖南省长沙市 the figure is 长沙's.
      const holder = at > from ? pieces[at - 1]?.mention : undefined;
      if (holder && holder.type === "place" && mention.type === "place" && found.topics.at(-1) === entityOf(holder))
        found.topics.pop();
      (isGoverned ? found.governed : found.topics).push(entity);
    }
  }
  return found;
}

/** In 签署《电力协议》、《航运协议》等16项协议 the figure at `figure` counts what the names are examples of. */
function isExample(pieces: readonly Piece[], at: number, figure: number, normal: string): boolean {
  if (!EXAMPLES.has(pieces[at]?.mention?.type ?? "") || figure - at > LONGEST_ROW) return false;
  let next = at + 1;
  while (next < figure && (pieces[next]?.mention || IN_ROW.test(textOf(pieces[next], normal)))) next++;
  return textOf(pieces[next], normal) === "等" && figure - next <= NEAR;
}

const EXAMPLES: ReadonlySet<string> = new Set(["plan", "event", "project"]);
/** How many pieces a row of examples has at most. */
const LONGEST_ROW = 60;
const IN_ROW = /^[、及和与或”」』》）)]$|^以及$/;

const textOf = (piece: Piece | undefined, normal: string): string =>
  piece ? normal.slice(piece.start, piece.end) : "";

/** Of 「龙江物产展」 the place is no subject. */
function isInQuote(pieces: readonly Piece[], at: number, normal: string): boolean {
  if (pieces[at]?.mention?.type !== "place") return false;
  const opens = pieces
    .slice(Math.max(0, at - NEAR), at)
    .map(piece => textOf(piece, normal))
    .join("");
  const closes = pieces
    .slice(at + 1, at + 1 + NEAR)
    .map(piece => textOf(piece, normal))
    .join("");
  return /[“「『][^”」』，。]*$/.test(opens) && /^[^“「『，。]+[”」』]/.test(closes);
}

/** The last place that a stretch sets by itself, for what it tells next: 在清远，…; none where it goes on to a zone or a plan. */
function frameOf({ pieces, document: { normal } }: AnnotatedDocument, from: number, to: number): Mention | undefined {
  for (let at = to - 2; at > from; at--) {
    const mention = pieces[at]?.mention;
    if (mention && WORKS.has(mention.type)) return undefined;
    if (mention?.type !== "place" || !/^[，,]$/.test(textOf(pieces[at + 1], normal))) continue;
    if (textOf(pieces[at - 1], normal) === "在" && (at - 1 === from || CLAUSE_END.test(textOf(pieces[at - 2], normal))))
      return entityOf(mention);
  }
  return undefined;
}

/** Who says what the figure tells is not what it is told of: 海警称，事故造成29人死亡; 教育局长表示，…. */
function isSource(pieces: readonly Piece[], at: number): boolean {
  if (isOf(pieces[at + 1], "list.speech-verb")) return true;
  return pieces[at]?.mention?.type === "agency" && isOf(pieces[at + 1], "list.title");
}

const isMark = (piece: Piece | undefined, normal: string): boolean =>
  piece !== undefined && /^[《「“『(]$/.test(normal.slice(piece.start, piece.end));

const isJoiner = (piece: Piece | undefined, normal: string): boolean =>
  piece !== undefined && /^、$/.test(normal.slice(piece.start, piece.end));

/** What a mention means: the first of what it stands for, or itself. */
const entityOf = (mention: Mention | undefined): Mention | undefined => mention?.antecedents?.[0] ?? mention;

const homes = new WeakMap<AnnotatedDocument, { readonly place: Mention | undefined }>();

/** Whether a stretch tells what is to be reached by a year. */
function isTarget({ pieces, document }: AnnotatedDocument, from: number, to: number): boolean {
  return pieces
    .slice(from, to)
    .some((piece, at) => tokenOf(piece)?.kind === "date" && document.normal[pieces[from + at]!.start - 1] === "到");
}

/** The place that the page names most often, which its targets are stated of where nothing nearer is named; counted once. */
function homeOf(annotated: AnnotatedDocument): Mention | undefined {
  let home = homes.get(annotated);
  if (!home) homes.set(annotated, (home = { place: mostNamed(annotated) }));
  return home.place;
}

function mostNamed({ mentions }: AnnotatedDocument): Mention | undefined {
  const counts = new Map<string, number>();
  let home: Mention | undefined;
  for (const mention of mentions) {
    const place =
      mention.type === "place"
        ? entityOf(mention)
        : (mention.within ?? mention.parts.find(({ type }) => type === "place"));
    const key = place?.keys[0];
    if (!place || key === undefined) continue;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (!home || count > (counts.get(home.keys[0] as string) ?? 0)) home = place;
  }
  return home && mentions.find(({ type, keys }) => type === "place" && keys[0] === home.keys[0]);
}

const SUBJECTS: ReadonlySet<string> = new Set(["agency", "place", "zone", "organization", "plan", "project", "event"]);

/** What a disaster did is told of the place, and of an event that is only cited no figure is told. */
const canBeSubject = (mention: Mention, normal: string): boolean =>
  SUBJECTS.has(mention.type) &&
  !mention.classes.includes("event.disaster") &&
  !(mention.type === "event" && isCited(mention, normal));

const WORKS: ReadonlySet<string> = new Set(["plan", "project", "zone"]);

/** Behind these a place is where something was done, and what it reached: 在新疆, 覆盖全国. */
const GOVERNING = ["list.preposition", "list.count-verb"];

const isOf = (piece: Piece | undefined, list: string): boolean =>
  piece?.ref?.kind === "entry" && piece.ref.entry.classes.has(list);

/** The date that a figure is told of: not the one that a change is measured from (比2015年增长). */
function periodBefore(pieces: readonly Piece[], encoded: string, at: number): string | undefined {
  for (let i = at; i >= sentenceStart(encoded, at); i--) {
    const token = tokenOf(pieces[i]);
    if (token?.kind === "date" && token.value && !isOf(pieces[i - 1], "list.than")) return token.value;
  }
  return undefined;
}
