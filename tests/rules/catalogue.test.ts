import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Knowledge } from "../../src/engine/load.js";
import { BUILT_IN_RULES } from "../../src/rulebook/built-in.js";
import { catalogue } from "../../src/rulebook/catalogue.js";
import { examplePage } from "../../src/rulebook/examples.js";
import { explain } from "../../src/rulebook/explain.js";
import { allFacts } from "../../src/rulebook/facts.js";
import { loadRules } from "../../src/run/knowledge.js";
import { ROOT } from "../cli/program.js";

const knowledge = loadRules([]);

describe("the rule catalogue", () => {
  const text = catalogue(knowledge.rules);

  it("is current (npm run catalogue writes it)", () => {
    expect(readFileSync(join(ROOT, "docs/rule-catalogue.md"), "utf8")).toBe(text);
  });

  it("has one heading for each rule that a fact can name, so that a link to #id leads there", () => {
    const headings = [...text.matchAll(/^### (.+)$/gm)].map(([, id]) => id);
    const ids = [...knowledge.rules, ...BUILT_IN_RULES].map(({ id }) => id);
    expect([...headings].sort()).toEqual([...ids].sort());
    expect(new Set(headings).size).toBe(headings.length);
  });

  it("knows every rule that the example pages and all examples of rules rest on", () => {
    const pages = readdirSync(join(ROOT, "examples/pages")).map(name =>
      readFileSync(join(ROOT, "examples/pages", name), "utf8"),
    );
    const examples = knowledge.rules.flatMap(rule => [...rule.examples, ...rule.counterexamples]).map(one => one.text);
    const known = new Set([...knowledge.rules, ...BUILT_IN_RULES].map(({ id }) => id));
    const used = new Set([...pages, ...examples].flatMap(page => rulesBehind(page)));
    expect([...used].filter(id => !known.has(id))).toEqual([]);
  });
});

describe("what is found without a rule of the rulebook", () => {
  it.each(BUILT_IN_RULES.map(rule => [rule.id, rule] as const))("%s", (id, { example, counterexample }) => {
    for (const wanted of example.finds) expect(foundIn(example.text, id, knowledge)).toContain(wanted);
    expect(foundIn(counterexample.text, id, knowledge)).toEqual([]);
  });
});

/** What one rule made in a text: facts, and words that stand for names ("place-anaphor 该市"). */
function foundIn(text: string, id: string, rules: Knowledge): string[] {
  const { facts, known } = explain(examplePage(text), rules);
  const stated = allFacts(facts).filter(({ rule }) => rule === id);
  const meant = known.filter(({ rule }) => rule === id);
  return [...stated.map(({ line }) => line), ...meant.map(({ start, end }) => `${id} ${facts.text.slice(start, end)}`)];
}

function rulesBehind(text: string): string[] {
  const { facts, known } = explain(examplePage(text), knowledge);
  return [...allFacts(facts), ...known].map(({ rule }) => rule);
}
