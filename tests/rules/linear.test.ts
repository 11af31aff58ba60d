import { check } from "recheck";
import { describe, expect, it } from "vitest";
import { compilePattern } from "../../src/engine/compile.js";
import { parsePattern } from "../../src/engine/pattern.js";
import { loadRules } from "../../src/run/knowledge.js";
import { expressionsOf, unbounded } from "./expressions.js";

const { rules } = loadRules([]);

describe("no expression of a rule can run away, even if its repeats had no bounds", () => {
  it.each(rules.map(rule => [rule.id, expressionsOf(rule)] as const))("%s", async (_, expressions) => {
    expect(await untamed(expressions)).toEqual([]);
  });

  it.each(["((甲|乙)+ 丙?)+ !发布", "!发布 ((甲|乙)* 丙?)*", "!发布 甲* 甲* 甲* 甲*"])(
    "and this one is noticed: %s",
    async source => {
      const alphabet = { classCharacters: () => "", word: (text: string) => text, list: () => [] };
      const unless = { before: [], after: [], inside: [], clause: [] };
      const expressions = expressionsOf({ patterns: [compilePattern(parsePattern(source), alphabet)], unless });
      expect(await untamed(expressions)).toHaveLength(1);
    },
  );
});

/** Bounds are small (8 words, 30 characters), so that a rule tried at one place is cheap up to the cube of them. */
const HIGHEST_DEGREE = 3;

async function untamed(expressions: readonly string[]): Promise<string[]> {
  const found = await Promise.all(expressions.map(async source => `${await costOf(source)}: ${source}`));
  return found.filter(one => !one.startsWith("tame"));
}

async function costOf(source: string): Promise<string> {
  const diagnosis = await check(unbounded(source), "", { timeout: 20_000, checker: "automaton" });
  if (diagnosis.status === "unknown") return `unknown (${diagnosis.error.kind})`;
  const { complexity } = diagnosis;
  const isTame =
    complexity.type === "polynomial" ? complexity.degree <= HIGHEST_DEGREE : complexity.type !== "exponential";
  return isTame ? "tame" : complexity.summary;
}
