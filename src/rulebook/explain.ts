import { type AnnotatedDocument, annotate } from "../annotate/index.js";
import { clean } from "../clean/index.js";
import type { Knowledge } from "../engine/load.js";
import { PHASES, type Phase } from "../engine/rule.js";
import type { TraceEvent } from "../engine/trace.js";
import type { DocumentFacts } from "../model/facts.js";
import type { Mention } from "../model/mention.js";
import type { Page } from "../model/page.js";
import { normalize } from "../normalize/index.js";
import { factsOf } from "../pipeline.js";

/** How a page was read: the facts, and what led to them. */
export interface Explanation {
  readonly annotated: AnnotatedDocument;
  readonly facts: DocumentFacts;
  /** What was found without a rule of the rulebook: in gazetteers, and from the document itself. */
  readonly known: readonly Mention[];
  /** What became of each match, phase by phase. Phases in which nothing matched are left out. */
  readonly phases: readonly { readonly phase: Phase; readonly events: readonly TraceEvent[] }[];
}

/** Read a page, and keep what each rule found and what became of it. */
export function explain(page: Page, knowledge: Knowledge): Explanation {
  const events: TraceEvent[] = [];
  const annotated = annotate(normalize(clean(page)), knowledge, event => events.push(event));
  const facts = factsOf(annotated, knowledge, event => events.push(event));
  const ids = new Set(knowledge.rules.map(({ id }) => id));
  const known = annotated.mentions.flatMap(withParts).filter(({ rule }) => !ids.has(rule));
  return { annotated, facts, known, phases: PHASES.flatMap(phase => eventsOf(phase, events)) };
}

function withParts(mention: Mention): Mention[] {
  return [mention, ...mention.parts.flatMap(withParts)];
}

function eventsOf(phase: Phase, all: readonly TraceEvent[]): Explanation["phases"] {
  const events = all.filter(event => event.phase === phase);
  events.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.rule.order - b.rule.order);
  return events.length > 0 ? [{ phase, events }] : [];
}
