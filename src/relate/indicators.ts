import type { AnnotatedDocument } from "../annotate/index.js";
import { encodePieces, type Piece } from "../annotate/pieces.js";
import type { Knowledge } from "../engine/load.js";
import { sentenceStart } from "../engine/match.js";
import { PhaseTrace, type Trace } from "../engine/trace.js";
import type { IndicatorDraft } from "../model/draft.js";
import type { Mention } from "../model/mention.js";

/** Find the figures that the document states of its entities. */
export function measure({ document, pieces }: AnnotatedDocument, knowledge: Knowledge, trace?: Trace): IndicatorDraft[] {
  const encoded = encodePieces(pieces);
  const drafts: IndicatorDraft[] = [];
  const told = trace && new PhaseTrace(trace, "indicators", (from, to) => ({ start: (pieces[from] as Piece).start, end: (pieces[Math.max(from, to - 1)] as Piece).end }));
  for (const match of knowledge.matchers.indicators.matches(encoded, told && ((_, refused, why) => told.refused(refused, why)))) {
    for (const gives of match.rule.gives) {
      if (!("indicator" in gives)) continue;
      const value = match.groups[gives.value];
      const label = match.groups[gives.indicator];
      const token = value && tokenOf(pieces[value[0]]);
      if (!value || !token?.value) {
        told?.refused(match, "its value is no figure");
        continue;
      }
      if (drafts.some((draft) => draft.end === (pieces[value[0]] as Piece).end)) {
        told?.refused(match, "the figure is stated already");
        continue;
      }
      const subject = (gives.of && mentionAt(pieces, match.groups[gives.of])) || subjectBefore(pieces, encoded, match.start);
      if (!subject) {
        told?.refused(match, "no entity before it that figures can be stated of");
        continue;
      }
      told?.won(match);
      const indicator = label ? document.text.slice((pieces[label[0]] as Piece).start, (pieces[label[1] - 1] as Piece).end) : "";
      const period = periodBefore(pieces, encoded, value[0]);
      drafts.push({ subject, indicator, value: Number(token.value), unit: originalUnit(token.unit ?? "", document.text.slice(token.start, token.end)), ...(period ? { period } : {}), start: (pieces[match.start] as Piece).start, end: (pieces[match.end - 1] as Piece).end, rule: match.rule.id });
    }
  }
  return drafts;
}

const tokenOf = (piece: Piece | undefined) => (piece?.ref?.kind === "token" ? piece.ref.token : undefined);

/** The unit in the document's own script: the normal form has 亿 where the page has 億. */
function originalUnit(unit: string, surface: string): string {
  return surface.endsWith(unit) || unit === "" ? unit : (/[^\d.,\-—~至到多余餘]+$/.exec(surface.replace("方公里", "平方公里"))?.[0] ?? unit);
}

function mentionAt(pieces: readonly Piece[], range: readonly [number, number] | undefined): Mention | undefined {
  return range ? pieces.slice(range[0], range[1]).find((piece) => piece.mention)?.mention : undefined;
}

/** The first entity of the sentence that figures can be stated of; else the last of the sentence before, in the same paragraph. */
function subjectBefore(pieces: readonly Piece[], encoded: string, at: number): Mention | undefined {
  const from = sentenceStart(encoded, at);
  const inSentence = pieces.slice(from, at).flatMap((piece) => (piece.mention && isSubject(piece.mention) ? [piece.mention] : []));
  const found = inSentence[0] ?? pieces.slice(encoded.lastIndexOf("\n", at) + 1, from).flatMap((piece) => (piece.mention && isSubject(piece.mention) ? [piece.mention] : [])).at(-1);
  return found?.antecedents ? found.antecedents[0] : found;
}

const isSubject = (mention: Mention): boolean => mention.type !== "person" && mention.type !== "event";

function periodBefore(pieces: readonly Piece[], encoded: string, at: number): string | undefined {
  for (let i = at; i >= sentenceStart(encoded, at); i--) {
    const token = tokenOf(pieces[i]);
    if (token?.kind === "date" && token.value) return token.value;
  }
  return undefined;
}
