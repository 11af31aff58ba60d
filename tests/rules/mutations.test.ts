import { describe, expect, it } from "vitest";
import { MutationCheck, mutationsOf } from "../../src/rulebook/mutations.js";
import { loadRules } from "../../src/run/knowledge.js";

const knowledge = loadRules([]);
const relationRules = knowledge.rules.filter(({ phase }) => phase === "relations");

describe("no condition of a relation rule can be dropped without an example that notices", () => {
  const check = new MutationCheck(knowledge);
  it.each(relationRules.map(rule => [rule.id, rule] as const))("%s", (_, rule) => {
    const survivors = check
      .survivors(rule)
      .map(dropped => `${rule.file}:${rule.line}  ${rule.id} holds without: ${dropped}`);
    expect(survivors.join("\n")).toBe("");
  });
});

it("conditions of every kind are dropped", () => {
  const dropped = relationRules.flatMap(rule => mutationsOf(rule, knowledge)).map(mutation => mutation.dropped);
  for (const kind of [/^unless inside /, /^!<issue-verb> of /, /^the fact must be asserted$/])
    expect(dropped).toContainEqual(expect.stringMatching(kind));
});
