import { annotate } from "../annotate/index.js";
import { clean } from "../clean/index.js";
import { parseFactLine } from "../engine/fact-line.js";
import type { Knowledge } from "../engine/load.js";
import type { Counterexample, Example, Rule } from "../engine/rule.js";
import type { Trace, TraceEvent } from "../engine/trace.js";
import type { DocumentFacts } from "../model/facts.js";
import type { Page } from "../model/page.js";
import { normalize } from "../normalize/index.js";
import { factsOf } from "../pipeline.js";
import { allFacts, factsLike, type Found } from "./facts.js";

/** What the whole rulebook made of one example or counterexample of a rule. */
export interface ExampleResult {
  readonly rule: Rule;
  readonly kind: "example" | "counterexample";
  readonly text: string;
  readonly line: number;
  /** What is not as it says; none where it passes. */
  readonly complaints: readonly string[];
  /** Everything that was found in the text. */
  readonly found: readonly Found[];
  /** What became of the rule's own matches. */
  readonly matches: readonly TraceEvent[];
}

/** How the text of an example is read; every match on the way is told to the trace. */
export type ReadExample = (text: string, trace: Trace) => DocumentFacts;

/** Run the examples and counterexamples of a rule against the whole rulebook. */
export function checkRule(rule: Rule, knowledge: Knowledge, read = wholeReading(knowledge)): readonly ExampleResult[] {
  return [
    ...rule.examples.map(example => checkExample(rule, example, knowledge, read)),
    ...rule.counterexamples.map(counterexample => checkCounterexample(rule, counterexample, knowledge, read)),
  ];
}

/** An example as a page of its own. Its relative dates (昨日, 今年) count from one fixed day. */
export function examplePage(text: string): Page {
  return { id: "example", path: "example", text, isClean: true, published: "2024-06-05", problems: [] };
}

function wholeReading(knowledge: Knowledge): ReadExample {
  return (text, trace) => factsOf(annotate(normalize(clean(examplePage(text))), knowledge, trace), knowledge, trace);
}

/** An example holds when all that it says is found, and the rule had a part in it. */
function checkExample(rule: Rule, example: Example, knowledge: Knowledge, read: ReadExample): ExampleResult {
  const { text, finds, line } = example;
  const { facts, matches } = readFor(rule, text, read);
  const found = finds.map(one => ({ one, like: likeLine(one, facts, knowledge) }));
  const complaints = found.filter(({ like }) => like.length === 0).map(({ one }) => `not found: ${one}`);
  const all = found.flatMap(({ like }) => like);
  if (complaints.length === 0 && !all.some(fact => hadPart(rule, fact, matches)))
    complaints.push(`found without this rule, by ${[...new Set(all.map(fact => fact.rule))].join(", ")}`);
  return { rule, kind: "example", text, line, complaints, found: allFacts(facts), matches };
}

/** A counterexample holds when the rule finds nothing in it; or, where it names facts, when nobody finds these. */
function checkCounterexample(rule: Rule, one: Counterexample, knowledge: Knowledge, read: ReadExample): ExampleResult {
  const { text, lacks, line } = one;
  const { facts, matches } = readFor(rule, text, read);
  const found = allFacts(facts);
  const own = found.filter(fact => fact.rule === rule.id);
  const wrong = lacks.length > 0 ? lacks.flatMap(lack => likeLine(lack, facts, knowledge)) : own;
  const complaints = wrong.map(fact => `found, and should not be: ${fact.line}  (${fact.rule})`);
  return { rule, kind: "counterexample", text, line, complaints, found, matches };
}

function readFor(rule: Rule, text: string, read: ReadExample): { facts: DocumentFacts; matches: TraceEvent[] } {
  const matches: TraceEvent[] = [];
  const facts = read(text, event => event.rule.id === rule.id && matches.push(event));
  return { facts, matches };
}

function likeLine(line: string, facts: DocumentFacts, { schema }: Knowledge): readonly Found[] {
  const parsed = parseFactLine(line, schema);
  return parsed ? factsLike(parsed, facts, schema) : [];
}

/** A later phase can build on what a rule found: the name that a longer name holds, the mention that a relation is about. */
function hadPart(rule: Rule, fact: Found, matches: readonly TraceEvent[]): boolean {
  if (fact.rule === rule.id) return true;
  return matches.some(
    ({ outcome, span }) => outcome.kind === "won" && span.start < fact.span.end && fact.span.start < span.end,
  );
}
