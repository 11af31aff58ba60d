import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { buildGraph } from "../../../graph/build.js";
import { graphmlFor, type DialectOptions } from "../../../graph/export/dialects.js";
import { newGraph, type AnyGraph } from "../../../graph/graphology.js";
import { documentOf, entity, schema } from "../facts-literals.js";
import { anyGraph } from "./any-graph.js";
import { lintGraphml } from "./lint-graphml.js";

const agency = entity("agency:海城市交通局", "海城市交通局");
const plan = entity("plan:公交条例", "公交条例");
const graph = buildGraph(
  [
    documentOf("a", "海城市交通局印发公交条例。", [agency, plan], {
      says: [{ fact: "海城市交通局 issues 公交条例" }],
      published: "2022-01-02",
    }),
    documentOf("b", "海城市交通局批准公交条例。", [agency, plan], {
      says: [{ fact: "海城市交通局 approves 公交条例" }],
      published: "2020-01-02",
    }),
  ],
  schema,
);

function written(graph: AnyGraph, options: DialectOptions) {
  const xml = [...graphmlFor(graph, options)].join("");
  const file = lintGraphml(xml);
  const names = new Map(file.keys.map(key => [key.id, key["attr.name"]!]));
  const data = (element: (typeof file.nodes)[number]) =>
    Object.fromEntries(element.data.map(([key, value]) => [names.get(key), value]));
  return { xml, problems: file.problems, nodes: file.nodes.map(data), edges: file.edges.map(data) };
}

test("every dialect of any graph is a file without problems", () => {
  fc.assert(
    fc.property(
      anyGraph,
      fc.constantFrom("default" as const, "yed" as const, "neo4j" as const),
      fc.boolean(),
      (graph, dialect, aggregate) => {
        expect(written(graph, { dialect, aggregate }).problems).toEqual([]);
      },
    ),
  );
});

describe("gephi", () => {
  const { nodes, edges, problems } = written(graph, { dialect: "gephi" });

  test("gets one edge for a pair, with weights added and texts joined", () => {
    expect(problems).toEqual([]);
    expect(edges).toHaveLength(1);
    expect(edges[0]).toMatchObject({
      weight: "2",
      edges: "2",
      label: "approves | issues",
      first_date: "2020-01-02",
      last_date: "2022-01-02",
      evidence_count: "2",
    });
  });

  test("gets the colour of the type, a size and a position for each node", () => {
    expect(nodes[0]).toMatchObject({ label: "海城市交通局", r: "47", g: "95", b: "168", size: "8" });
    expect(new Set(nodes.map(({ x, y }) => `${Number(x)} ${Number(y)}`)).size).toBe(2);
    expect(nodes.every(({ x, y }) => Number.isFinite(Number(x)) && Number.isFinite(Number(y)))).toBe(true);
  });

  test("keeps the places and sizes that a graph has", () => {
    const placed = newGraph({ type: "directed" });
    placed.addNode("a", { x: 3, y: 4, size: 7, color: "#ff0000" });
    expect(written(placed, { dialect: "gephi" }).nodes[0]).toMatchObject({
      x: "3",
      y: "4",
      size: "7",
      r: "255",
      g: "0",
      b: "0",
    });
  });

  test("the same graph always gets the same picture", () => {
    expect(written(graph, { dialect: "gephi" }).xml).toBe(written(graph, { dialect: "gephi" }).xml);
  });
});

test("yed gets labels that it shows", () => {
  const { xml, problems } = written(graph, { dialect: "yed" });
  expect(problems).toEqual([]);
  expect(xml).toContain('<key id="nodegraphics" for="node" yfiles.type="nodegraphics"/>');
  expect(xml).toContain("<y:NodeLabel>海城市交通局</y:NodeLabel>");
  expect(xml).toContain('<y:Fill color="#2f5fa833" transparent="false"/>');
  expect(xml).toContain("<y:EdgeLabel>issues</y:EdgeLabel>");
});

test("neo4j gets labels and relation types as Cypher writes them", () => {
  const { nodes, edges, problems } = written(graph, { dialect: "neo4j" });
  expect(problems).toEqual([]);
  expect(nodes.map(({ labels }) => labels)).toEqual([":Agency", ":Plan"]);
  expect(edges.map(({ label }) => label)).toEqual(["APPROVES", "ISSUES"]);
});
