import type { TraceEvent } from "../engine/trace.js";
import type { ExampleResult } from "./examples.js";

/**
 * A failed example, with what was found instead and by which rule.
 *
 *     rules/relations.yaml:53  agency-approves: counterexample
 *       国务院希望批准《港口岸线规划》。
 *       found, and should not be: 国务院 approves 港口岸线规划  (agency-approves)
 *       what was found:
 *         agency 国务院  (agency-in-gazetteer)
 *         …
 */
export function failureText({ rule, kind, text, line, complaints, found, matches }: ExampleResult): string {
  const own = matches.filter(({ outcome }) => outcome.kind !== "won").map(event => fateOf(event, text));
  return [
    `${rule.file}:${line}  ${rule.id}: ${kind}`,
    `  ${text}`,
    ...complaints.map(complaint => `  ${complaint}`),
    ...(own.length > 0
      ? own.map(one => `  ${one}`)
      : kind === "example" && matches.length === 0
        ? ["  the rule matches nothing here"]
        : []),
    "  what was found:",
    ...(found.length > 0 ? found.map(fact => `    ${fact.line}  (${fact.rule})`) : ["    nothing"]),
  ].join("\n");
}

/** "agency-by-head matched 清远市的局, which lost to place-site at 清远市的" */
export function fateOf({ rule, span, outcome }: TraceEvent, text: string): string {
  const matched = `${rule.id} matched ${text.slice(span.start, span.end)}`;
  switch (outcome.kind) {
    case "won":
      return matched;
    case "lost":
      return `${matched}, which lost to ${outcome.to.rule.id} at ${text.slice(outcome.to.span.start, outcome.to.span.end)}`;
    case "refused":
      return `${matched}, but ${outcome.why}`;
  }
}
