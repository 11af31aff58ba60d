/**
 * Write graphs for the readers that aren't ours to read: `make_graphs.ts FOLDER` puts pairs of NAME.json and NAME.graphml
 * there, each pair one graph. The graphs are made by fast-check from a fixed seed.
 */
import fc from "fast-check";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { graphmlFor } from "../../graph/export/dialects.js";
import { newGraph, type AnyGraph } from "../../graph/graphology.js";
import { graphJson } from "../../graph/serialize.js";
import { policyGraph } from "../graph/policy-graph.js";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("make_graphs.ts FOLDER");
mkdirSync(folder, { recursive: true });
const graphs = [policyGraph as AnyGraph, ...fc.sample(plainGraph(), { numRuns: 40, seed: 20 })];
graphs.forEach((graph, index) => {
  writeFileSync(join(folder, `${index}.json`), [...graphJson(graph)].join(""));
  writeFileSync(join(folder, `${index}.graphml`), [...graphmlFor(graph)].join(""));
});

/** Graphs whose attributes every reader can hold, with keys, texts, direction and parallel edges as wild as they come. */
function plainGraph(): fc.Arbitrary<AnyGraph> {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter(isSayable),
    fc.constantFrom(
      "清遠市",
      "]]>",
      "<a b='c'>&amp;",
      "𠀀 and 😀",
      "a\tb",
      "x".repeat(100_000),
      "=1+1",
      "NaN",
      "true",
      "3",
    ),
  );
  const attributes = fc.record(
    {
      label: text,
      note: text,
      count: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      share: fc.double({ noNaN: true, noDefaultInfinity: true }),
      known: fc.boolean(),
    },
    { requiredKeys: ["label"] },
  );
  const key = fc.oneof(
    fc.constantFrom("1", "2", "n0", "e0", "清遠", "a b", "person:x@y", "<k>"),
    fc.string({ minLength: 1, maxLength: 4 }),
  );
  const keys = fc.uniqueArray(key, { minLength: 1, maxLength: 12 });
  return fc
    .tuple(
      fc.constantFrom("directed" as const, "undirected" as const, "mixed" as const),
      keys,
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean(), attributes), { maxLength: 30 }),
      fc.array(attributes, { minLength: 12, maxLength: 12 }),
    )
    .map(([type, keys, edges, own]) => {
      const graph = newGraph({ type, multi: true });
      keys.forEach((key, index) => graph.addNode(key, own[index]));
      edges.forEach(([from, to, undirected, attributes], index) => {
        const [source, target] = [from, to].map(end => keys[end % keys.length]!) as [string, string];
        const isUndirected = type === "undirected" || (type === "mixed" && undirected);
        if (isUndirected) graph.addUndirectedEdgeWithKey(`边 ${index}`, source, target, attributes);
        else graph.addDirectedEdgeWithKey(`边 ${index}`, source, target, attributes);
      });
      return graph;
    });
}

function isSayable(text: string): boolean {
  return text.trim() === text && !/[\u0000-\u001f\u0085\u2028\u2029\ufffe\uffff]|\p{Surrogate}/u.test(text);
}
