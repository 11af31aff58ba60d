import { expect, test } from "vitest";
import { buildGraph } from "../../graph/build.js";
import { flatten } from "../../graph/export/flatten.js";
import { graphmlString } from "../../graph/export/graphml.js";
import { graphJson } from "../../graph/serialize.js";
import type { DocumentFacts } from "../../src/model/facts.js";
import { extract } from "../../src/pipeline.js";
import { readPages } from "../../src/read/index.js";
import { loadRules } from "../../src/run/knowledge.js";

// After a change of the rules: `npm run golden`, and read the difference before you commit it.
test("the examples give the graph in this folder, byte for byte", async () => {
  const rules = loadRules([]);
  const facts: DocumentFacts[] = [];
  for await (const page of readPages(["examples/pages"])) facts.push(extract(page, rules));
  const graph = buildGraph(facts, rules.schema);
  await expect([...graphJson(graph)].join("")).toMatchFileSnapshot("graph.json");
  await expect(graphmlString(graph, flatten(graph))).toMatchFileSnapshot("graph.graphml");
});
