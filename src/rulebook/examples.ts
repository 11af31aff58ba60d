import { parseFactLine } from "../engine/fact-line.js";
import type { Knowledge } from "../engine/load.js";
import type { Counterexample, Example, Rule } from "../engine/rule.js";
import type { TraceEvent } from "../engine/trace.js";
import type { DocumentFacts } from "../model/facts.js";
import { extract } from "../pipeline.js";
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

/** Run the examples and counterexamples of a rule against the whole rulebook. */
export function checkRule(rule: Rule, knowledge: Knowledge): readonly ExampleResult[] {
  return [
    ...rule.examples.map(example => checkExample(rule, example, knowledge)),
    ...rule.counterexamples.map(counterexample => checkCounterexample(rule, counterexample, knowledge)),
  ];
}

/** An example holds when all that it says is found, and the rule had a part in it. */
function checkExample(rule: Rule, { text, finds, line }: Example, knowledge: Knowledge): ExampleResult {
  const { facts, matches } = read(text, rule, knowledge);
  const found = finds.map(one => ({ one, like: likeLine(one, facts, knowledge) }));
  const complaints = found.filter(({ like }) => like.length === 0).map(({ one }) => `not found: ${one}`);
  const all = found.flatMap(({ like }) => like);
  if (complaints.length === 0 && !all.some(fact => hadPart(rule, fact, matches)))
    complaints.push(`found without this rule, by ${[...new Set(all.map(fact => fact.rule))].join(", ")}`);
  return { rule, kind: "example", text, line, complaints, found: allFacts(facts), matches };
}

/** A counterexample holds when the rule finds nothing in it; or, where it names facts, when nobody finds these. */
function checkCounterexample(rule: Rule, { text, lacks, line }: Counterexample, knowledge: Knowledge): ExampleResult {
  const { facts, matches } = read(text, rule, knowledge);
  const found = allFacts(facts);
  const wrong =
    lacks.length > 0
      ? lacks.flatMap(one => likeLine(one, facts, knowledge))
      : found.filter(fact => fact.rule === rule.id);
  const complaints = wrong.map(fact => `found, and should not be: ${fact.line}  (${fact.rule})`);
  return { rule, kind: "counterexample", text, line, complaints, found, matches };
}

/** Relative dates of examples (昨日, 今年) count from this day. */
const PUBLISHED = "2024-06-05";

function read(text: string, rule: Rule, knowledge: Knowledge): { facts: DocumentFacts; matches: TraceEvent[] } {
  const matches: TraceEvent[] = [];
  const page = { id: rule.id, path: rule.id, text, isClean: true, published: PUBLISHED, problems: [] };
  const facts = extract(page, knowledge, event => event.rule.id === rule.id && matches.push(event));
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
