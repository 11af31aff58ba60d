import { expect, test } from "vitest";
import { addGraph } from "../../graph/add.js";
import { buildGraph } from "../../graph/build.js";
import { flatten } from "../../graph/export/flatten.js";
import { graphmlString } from "../../graph/export/graphml.js";
import { newGraph } from "../../graph/graphology.js";
import { readGraphml } from "../../graph/import/graphml.js";
import type { PolicyGraph } from "../../graph/model.js";
import { documentOf, entity, schema } from "./facts-literals.js";
import { contentOf } from "./graph-content.js";
import { policyGraph } from "./policy-graph.js";

function small(): PolicyGraph {
  return buildGraph([documentOf("a", "海城市下雨。", [entity("place:210381", "海城市", "海城")])], schema);
}

test("a node is known by its key, or by a name of its type that is one's alone, in either script", () => {
  const other = newGraph({ type: "directed" });
  other.addNode("place:210381", { type: "place", label: "海城县级市" });
  other.addNode("x", { entity_type: "place", label: "海城" });
  other.addNode("y", { entity_type: "agency", label: "海城" });
  const graph = addGraph(small(), other);
  expect(graph.nodes()).toEqual(["place:210381", "y"]);
  expect(graph.getNodeAttribute("place:210381", "aliases")).toEqual(["海城", "海城县级市"]);
  expect(graph.getNodeAttribute("place:210381", "mentions")).toBe(2);
});

test("an edge is added once, whichever way a symmetric one runs, and has no evidence", () => {
  const other = newGraph({ type: "directed", multi: true });
  other.addNode("b", { type: "place", label: "乙市" });
  other.addNode("place:210381", { type: "place", label: "海城市" });
  other.addDirectedEdge("b", "place:210381", { predicate: "cooperates_with", weight: 2 });
  other.addDirectedEdge("place:210381", "b", { predicate: "cooperates_with" });
  other.addDirectedEdge("b", "place:210381", { label: "road to" });
  const graph = addGraph(small(), other);
  expect(graph.edges()).toEqual(["b cooperates_with place:210381", "b road%20to place:210381"]);
  expect(graph.getEdgeAttributes("b cooperates_with place:210381")).toMatchObject({
    weight: 2,
    symmetric: true,
    evidence: [],
  });
});

test("our own graph, written flat and read back, adds nothing to itself", async () => {
  const { graph: flat } = await readGraphml([graphmlString(policyGraph, flatten(policyGraph))], "x");
  const before = contentOf(policyGraph);
  expect(contentOf(addGraph(policyGraph.copy() as PolicyGraph, flat))).toEqual(before);
});
