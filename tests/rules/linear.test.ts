import { check } from "recheck";
import { describe, expect, it } from "vitest";
import { loadRules } from "../../src/run/knowledge.js";
import { expressionsOf, unbounded } from "./expressions.js";

const { rules } = loadRules([]);

/** Bounds are small (8 words, 30 characters), so that a rule tried at one place is cheap up to the cube of them. */
const HIGHEST_DEGREE = 3;

describe("no expression of a rule can run away, even if its repeats had no bounds", () => {
  it.each(rules.map(rule => [rule.id, rule] as const))("%s", async (_, rule) => {
    const unsafe: string[] = [];
    for (const source of expressionsOf(rule)) {
      const { status, complexity } = await check(unbounded(source), "", { timeout: 20_000, checker: "automaton" });
      const isTame =
        complexity?.type === "polynomial" ? complexity.degree <= HIGHEST_DEGREE : complexity?.type !== "exponential";
      if (status === "unknown" || !isTame) unsafe.push(`${complexity?.summary ?? status}: ${source}`);
    }
    expect(unsafe).toEqual([]);
  });
});
