import type { DocumentFacts } from "../src/model/facts.js";
import type { Span } from "../src/model/span.js";
import type { Evidence } from "./model.js";
import { byCodePoint, inKeyOrder } from "./order.js";
import { sentencesOf } from "./sentence.js";

/** Anything that a document record says at a place of its text. */
export interface Located extends Span {
  readonly rule: string;
  readonly qualifiers?: Readonly<Record<string, string>>;
}

/**
 * Make the evidence of one document: its sentence, with the given names marked in it.
 *
 * Names that stand outside the evidence itself are not marked; where none stands in it, all of it is.
 */
export function evidenceOf(document: DocumentFacts): (located: Located, names: readonly Span[]) => Evidence {
  const sentenceAround = sentencesOf(document.text);
  return (located, names) => {
    const { start, end, rule, qualifiers } = located;
    const sentence = sentenceAround(located);
    const inside = names.filter(name => name.start >= start && name.end <= end);
    return {
      id: `${document.id}#${start}-${end}`,
      document: document.id,
      start,
      end,
      sentence: document.text.slice(sentence.start, sentence.end),
      sentence_start: sentence.start,
      marks: apart(inside.length > 0 ? inside : [located]).map(mark => [
        mark.start - sentence.start,
        mark.end - sentence.start,
      ]),
      rule,
      ...(qualifiers && Object.keys(qualifiers).length > 0 ? { qualifiers: inKeyOrder(qualifiers) } : {}),
    };
  };
}

/** Order by document, place and rule. */
export function byPlace(left: Evidence, right: Evidence): number {
  return (
    byCodePoint(left.document, right.document) ||
    left.start - right.start ||
    left.end - right.end ||
    byCodePoint(left.rule, right.rule)
  );
}

/** The spans in order, with those that touch or overlap made one. */
function apart(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
