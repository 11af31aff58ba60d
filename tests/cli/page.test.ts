import { expect, test } from "vitest";
import { buildGraph } from "../../graph/build.js";
import { buildPage } from "../../src/cli/page.js";
import { loadRules } from "../../src/run/knowledge.js";
import { documentOf, entity } from "../graph/facts-literals.js";

const city = entity("place:210381", "海城市");
const facts = [documentOf("甲", "海城市。只在全文里的一句话。", [city])];
const knowledge = loadRules([]);
const graph = buildGraph(facts, knowledge.schema);

test("the page holds the texts of the documents", () => {
  const { html, isWithoutTexts } = buildPage(graph, facts, knowledge);
  expect(isWithoutTexts).toBe(false);
  expect(html).toContain("只在全文里的一句话");
});

test("where the texts are too long for a browser they are left out, and the build is told so", () => {
  const { html, isWithoutTexts } = buildPage(graph, facts, knowledge, 13);
  expect(isWithoutTexts).toBe(true);
  expect(html).not.toContain("只在全文里的一句话");
  expect(html).toContain("海城市");
});
