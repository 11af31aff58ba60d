import type { AnnotatedDocument } from "../annotate/index.js";
import { encodePieces, type Piece } from "../annotate/pieces.js";
import type { Knowledge } from "../engine/load.js";
import { clauseStart, type Match, paragraphStart, resolveOverlaps, sentenceStart } from "../engine/match.js";
import type { Gives } from "../engine/rule.js";
import { PhaseTrace, type Trace } from "../engine/trace.js";
import type { IndicatorDraft } from "../model/draft.js";
import type { Mention } from "../model/mention.js";

type IndicatorGives = Extract<Gives, { indicator: string }>;

/** Find the figures that the document states of its entities. A figure is stated once: see `resolveOverlaps`. */
export function measure(annotated: AnnotatedDocument, knowledge: Knowledge, trace?: Trace): IndicatorDraft[] {
  const encoded = encodePieces(annotated.pieces);
  const figureOf = (match: Match): readonly [number, number] => match.groups[(match.rule.gives[0] as IndicatorGives).value] ?? [match.start, match.end];
  const told = trace && new PhaseTrace(trace, "indicators", (from, to) => ({ start: (annotated.pieces[from] as Piece).start, end: (annotated.pieces[Math.max(from, to - 1)] as Piece).end }));
  const all = knowledge.matchers.indicators.matches(encoded, told && ((_, refused, why) => told.refused(refused, why)));
  const matches = resolveOverlaps(all, figureOf, told && ((loser, winner) => told.lost(loser, winner)));
  const drafts: IndicatorDraft[] = [];
  let last: { sentence: number; subject: Mention } | undefined;
  for (const match of matches) {
    const sentence = sentenceStart(encoded, match.anchor);
    const subject = subjectOf(annotated.pieces, encoded, match, last?.sentence === sentence ? last.subject : undefined);
    const draft = subject && draftOf(match, subject, annotated, encoded);
    if (!draft) {
      told?.refused(match, subject ? "its value is no figure" : "no entity before it that figures can be stated of");
      continue;
    }
    told?.won(match);
    last = { sentence, subject };
    drafts.push(draft);
  }
  return drafts;
}

function draftOf(match: Match, subject: Mention, { document, pieces }: AnnotatedDocument, encoded: string): IndicatorDraft | undefined {
  const gives = match.rule.gives[0] as IndicatorGives;
  const value = match.groups[gives.value];
  const label = match.groups[gives.indicator];
  const token = value && tokenOf(pieces[value[0]]);
  if (!token?.value || !label) return undefined;
  const period = periodBefore(pieces, encoded, match.anchor);
  return {
    subject, value: Number(token.value), ...(period ? { period } : {}), rule: match.rule.id,
    indicator: document.text.slice((pieces[label[0]] as Piece).start, (pieces[label[1] - 1] as Piece).end),
    unit: inScriptOf(token.unit ?? "", document.normal.slice(token.start, token.end), document.text.slice(token.start, token.end)),
    start: (pieces[match.start] as Piece).start, end: (pieces[match.end - 1] as Piece).end,
  };
}

const tokenOf = (piece: Piece | undefined) => (piece?.ref?.kind === "token" ? piece.ref.token : undefined);

/** The unit in the document's own script: the normal form has 亿 where the page has 億. */
function inScriptOf(unit: string, normal: string, surface: string): string {
  return [...unit].map((character) => surface[normal.lastIndexOf(character)] ?? character).join("");
}

/**
 * What a figure is stated of: the last entity before it in its clause; else what the figure before it in the sentence is
 * stated of; else the sentence's topic, which is the first entity that no preposition governs; else the last entity of the
 * sentence before, in the same paragraph.
 */
function subjectOf(pieces: readonly Piece[], encoded: string, match: Match, previous: Mention | undefined): Mention | undefined {
  const sentence = sentenceStart(encoded, match.start);
  const inClause = subjectsIn(pieces, clauseStart(encoded, match.start), match.start).at(-1);
  if (inClause ?? previous) return inClause ?? previous;
  const inSentence = subjectsIn(pieces, sentence, match.start);
  const before = subjectsIn(pieces, paragraphStart(encoded, sentence), sentence);
  return inSentence[0] ?? before.at(-1);
}

/** The entities of a stretch that figures can be stated of; those behind a preposition (在新疆) only where there are no others. */
function subjectsIn(pieces: readonly Piece[], from: number, to: number): readonly Mention[] {
  const topics: Mention[] = [];
  const governed: Mention[] = [];
  for (let at = from; at < to; at++) {
    const mention = pieces[at]?.mention;
    if (!mention || !SUBJECTS.has(mention.type)) continue;
    const isGoverned = at > from && isPreposition(pieces[at - 1]);
    (isGoverned ? governed : topics).push(mention.antecedents ? (mention.antecedents[0] as Mention) : mention);
  }
  return topics.length > 0 ? topics : governed;
}

const SUBJECTS: ReadonlySet<string> = new Set(["place", "zone", "organization", "plan", "project"]);

const isPreposition = (piece: Piece | undefined): boolean => piece?.ref?.kind === "entry" && piece.ref.entry.classes.has("list.preposition");

function periodBefore(pieces: readonly Piece[], encoded: string, at: number): string | undefined {
  for (let i = at; i >= sentenceStart(encoded, at); i--) {
    const token = tokenOf(pieces[i]);
    if (token?.kind === "date" && token.value) return token.value;
  }
  return undefined;
}
