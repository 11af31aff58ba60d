import { describe, expect, test } from "vitest";
import { newGraph } from "../../graph/graphology.js";
import { parseSelection, select, type Selection } from "../../graph/select.js";
import { policyGraph } from "./policy-graph.js";

function check(selection: Selection, nodes: readonly string[], edges: number): void {
  const part = select(policyGraph, selection);
  expect(
    part
      .nodes()
      .map(key => key.split(":")[1]!.split("@")[0])
      .sort(),
  ).toEqual([...nodes].sort());
  expect(part.size).toBe(edges);
}

describe("a part of a graph", () => {
  test("by types of nodes", () => check({ types: ["person", "place"] }, ["林秋生", '陈"=SUM(1)', "210381"], 2));

  test("by predicates, with all nodes", () => expect(select(policyGraph, { predicates: ["meets"] }).size).toBe(1));

  test("by dates, both days included", () => {
    check({ from: "2023-05" }, ["林秋生", '陈"=SUM(1)', "210381"], 1);
    check({ to: "2022-01-02" }, ["海城市交通局", "公交条例", "210381", "林秋生"], 3);
    check({ from: "2022-01-02", to: "2022" }, ["海城市交通局", "公交条例", "210381", "林秋生"], 3);
    check({ to: "2022-01-01" }, [], 0);
  });

  test("around a node, by its key, its label or an alias, in steps of any direction", () => {
    check({ around: "公交条例" }, ["公交条例", "海城市交通局"], 1);
    check({ around: "agency:海城市交通局", depth: 2 }, ["公交条例", "海城市交通局", "210381", "林秋生"], 3);
    check({ around: "海城交通局", depth: 0 }, ["海城市交通局"], 0);
  });

  test("around a node, in what the other conditions leave", () => {
    check({ around: "海城市", depth: 5, predicates: ["governs"] }, ["210381", "海城市交通局"], 1);
  });

  test("that hangs together", () => {
    const graph = newGraph({ type: "directed" });
    for (const key of "dcba") graph.addNode(key);
    graph.addDirectedEdge("a", "b");
    graph.addDirectedEdge("d", "c");
    expect(select(graph, { largestComponent: true }).nodes().sort()).toEqual(["a", "b"]);
  });

  test("has the documents that it rests on, and no others", () => {
    expect(
      select(policyGraph, { predicates: ["issues"], types: ["agency", "plan"] }).getAttribute("documents"),
    ).toHaveLength(1);
    expect(policyGraph.getAttribute("documents")).toHaveLength(2);
  });
});

describe("a selection that can't be", () => {
  const check = (selection: Selection, message: RegExp) =>
    expect(() => select(policyGraph, selection)).toThrow(message);

  test("says what there is instead", () => {
    check({ types: ["persons"] }, /No node is of type "persons"\. There are: agency, person, place, plan\./);
    check({ predicates: ["issue"] }, /No edge says "issue"\. There are: governs, holds_position, issues, meets\./);
    check({ around: "北京" }, /No node has the key, label or alias "北京"/);
  });

  test("names the keys when a name is not enough", () => {
    const graph = newGraph({ type: "directed" });
    graph.addNode("1", { label: "x" });
    graph.addNode("2", { label: "x" });
    expect(() => select(graph, { around: "x" })).toThrow(/Take the key of one: 1, 2\./);
  });
});

describe("a selection in words", () => {
  test("has every part", () => {
    expect(
      parseSelection(
        "types=person, agency; predicates=issues;from=2021;to=2021-08-09;around=a=b;depth=2;largest-component",
      ),
    ).toEqual({
      types: ["person", "agency"],
      predicates: ["issues"],
      from: "2021",
      to: "2021-08-09",
      around: "a=b",
      depth: 2,
      largestComponent: true,
    });
  });

  test("refuses what it can't understand", () => {
    expect(() => parseSelection("type=person")).toThrow(/"type" is no part of a selection\. There are: types, /);
    expect(() => parseSelection("from=yesterday")).toThrow(/"yesterday" is no date/);
    expect(() => parseSelection("depth=-1")).toThrow(/not "-1"/);
  });
});
