import { describe, expect, it } from "vitest";
import { checkRule } from "../../src/rulebook/examples.js";
import { failureText } from "../../src/rulebook/report.js";
import { loadRules } from "../../src/run/knowledge.js";

const knowledge = loadRules([]);

describe("each rule's examples and counterexamples hold against the whole rulebook", () => {
  it.each(knowledge.rules.map(rule => [rule.id, rule] as const))("%s", (_, rule) => {
    const failed = checkRule(rule, knowledge).filter(({ complaints }) => complaints.length > 0);
    expect(failed.length, `\n${failed.map(failureText).join("\n\n")}\n`).toBe(0);
  });
});
