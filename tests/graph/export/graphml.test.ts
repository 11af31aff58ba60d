import fc from "fast-check";
import graphml from "graphology-graphml";
import { MultiGraph } from "graphology";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { buildGraph } from "../../../graph/build.js";
import { flatten } from "../../../graph/export/flatten.js";
import { graphmlString, streamGraphml, type GraphmlReport } from "../../../graph/export/graphml.js";
import { newGraph, type AnyGraph } from "../../../graph/graphology.js";
import { documentOf, entity, schema } from "../facts-literals.js";
import { anyGraph } from "./any-graph.js";
import { lintGraphml } from "./lint-graphml.js";

function graphOf(...attributes: Record<string, unknown>[]): AnyGraph {
  const graph = newGraph({ type: "directed", multi: true });
  attributes.forEach((own, index) => graph.addNode(`n${index}`, own));
  return graph;
}

/** `attr.name`, type and text of a node's data, by an independent parser. */
function nodeData(graph: AnyGraph, node = 0, options = {}): Record<string, string> {
  const { keys, nodes } = lintGraphml(graphmlString(graph, { additions: false, ...options }));
  const names = new Map(keys.map(key => [key.id, `${key["attr.name"]}:${key["attr.type"]}`]));
  return Object.fromEntries(nodes[node]!.data.map(([key, value]) => [names.get(key)!, value]));
}

test("a file is what the dialect says, byte for byte", () => {
  const graph = newGraph({ type: "directed", multi: true });
  graph.setAttribute("title", "A & B");
  graph.addNode("a", { label: "清遠", size: 2, capital: true });
  graph.addNode("b", { label: "廣州", size: 2.5 });
  graph.addDirectedEdgeWithKey("a-b", "a", "b", { weight: 3, since: "2021-08-09" });
  expect(graphmlString(graph)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="graph" attr.name="title" attr.type="string"/>
  <key id="d1" for="graph" attr.name="graph_type" attr.type="string"><desc>added for other tools</desc></key>
  <key id="d2" for="graph" attr.name="graph_multi" attr.type="boolean"><desc>added for other tools</desc></key>
  <key id="d3" for="graph" attr.name="graph_loops" attr.type="boolean"><desc>added for other tools</desc></key>
  <key id="d4" for="node" attr.name="capital" attr.type="boolean"/>
  <key id="d5" for="node" attr.name="label" attr.type="string"/>
  <key id="d6" for="node" attr.name="size" attr.type="double"/>
  <key id="d7" for="node" attr.name="name" attr.type="string"><desc>added for other tools</desc></key>
  <key id="d8" for="edge" attr.name="since" attr.type="string"/>
  <key id="d9" for="edge" attr.name="weight" attr.type="int"/>
  <key id="d10" for="edge" attr.name="edge_id" attr.type="string"><desc>added for other tools</desc></key>
  <graph edgedefault="directed">
    <data key="d0">A &amp; B</data>
    <data key="d1">directed</data>
    <data key="d2">true</data>
    <data key="d3">true</data>
    <node id="a"><data key="d4">true</data><data key="d5">清遠</data><data key="d6">2</data><data key="d7">a</data></node>
    <node id="b"><data key="d5">廣州</data><data key="d6">2.5</data><data key="d7">b</data></node>
    <edge id="a-b" source="a" target="b"><data key="d8">2021-08-09</data><data key="d9">3</data><data key="d10">a-b</data></edge>
  </graph>
</graphml>
`);
});

describe("attributes", () => {
  test("have the narrowest type that says all values", () => {
    const graph = graphOf({ a: 1, f: 1, c: true, d: 1, e: 2 ** 31 }, { a: -2, f: 0.5, c: "x", d: true });
    expect(nodeData(graph)).toEqual({
      "a:int": "1",
      "f:double": "1",
      "c:string": "true",
      "d:string": "1",
      "e:double": "2147483648",
    });
  });

  test("that nodes and edges share have one type", () => {
    const graph = graphOf({ size: 1, note: 1 });
    graph.addDirectedEdge("n0", "n0", { note: "x" });
    expect(nodeData(graph)).toEqual({ "size:int": "1", "note:string": "1" });
  });

  test("join lists, write dates as ISO and other objects as JSON", () => {
    const graph = graphOf({ list: ["清遠", 2, ""], when: new Date("2021-08-09T00:00:00Z"), what: { a: 1 } });
    expect(nodeData(graph)).toEqual({
      "list:string": "清遠 | 2",
      "when:string": "2021-08-09T00:00:00.000Z",
      "what:string": '{"a":1}',
    });
  });

  test("that say nothing are left out", () => {
    expect(nodeData(graphOf({ a: "", b: null, c: undefined, d: Number.NaN, e: [] }))).toEqual({});
  });

  test("get names that every reader takes, and keep their own in the key's description", () => {
    const graph = graphOf({ firstDate: "x", 所在地: "x", type: "x", size: "x", x: 1, "a b/c": "x" });
    expect(Object.keys(nodeData(graph)).sort()).toEqual([
      "a_b_c:string",
      "first_date:string",
      "node_attribute:string",
      "node_size:string",
      "node_type:string",
      "x:int",
    ]);
    expect(graphmlString(graph)).toContain(
      'attr.name="node_attribute" attr.type="string"><desc>attribute "所在地"</desc>',
    );
  });

  test("can be given with their types, and the others stay behind", () => {
    const graph = graphOf({ a: 1, b: "x", c: 2.5 });
    expect(nodeData(graph, 0, { types: { node: { a: "double", c: "int" } } })).toEqual({ "a:double": "1" });
  });
});

describe("what XML can't say", () => {
  test("is taken out and counted", () => {
    let report: GraphmlReport | undefined;
    const graph = graphOf({ a: "1\u00002\ud8003\uffff", c: "one\r\ntwo\nthree", f: Number.NaN, d: "]]>&<" });
    expect(
      nodeData(graph, 0, {
        onReport: (told: GraphmlReport) => {
          report = told;
        },
      }),
    ).toEqual({ "a:string": "123", "c:string": "one two three", "d:string": "]]>&<" });
    expect(report).toEqual({ nodes: 1, edges: 0, stripped: 3, lineBreaks: 2, omitted: 0 });
  });

  test("a number that isn't one is counted where its column exists", () => {
    let report: GraphmlReport | undefined;
    graphmlString(graphOf({ c: Number.NaN }, { c: 1 }), {
      onReport: told => {
        report = told;
      },
    });
    expect(report).toMatchObject({ omitted: 1 });
  });
});

describe("ids", () => {
  test("of Han keys are ASCII and the same in every file, with the key beside them", () => {
    const [one, other] = [
      ["清遠", "a"],
      ["b", "清遠"],
    ].map(keys => {
      const graph = newGraph({ type: "directed" });
      for (const key of keys) graph.addNode(key);
      return lintGraphml(graphmlString(graph)).nodes.map(({ attributes: { id } }) => id);
    });
    expect(one![0]).toMatch(/^n\.[0-9a-f]{20}$/);
    expect(other).toEqual(["b", one![0]]);
  });

  test("of an edge never is a node's", () => {
    const graph = graphOf({}, {});
    graph.addDirectedEdgeWithKey("n0", "n0", "n1");
    expect(lintGraphml(graphmlString(graph)).problems).toEqual([]);
  });
});

test("a mixed graph is directed throughout, and says which edges are symmetric", () => {
  const graph = newGraph({ type: "mixed", multi: true });
  graph.addNode("a");
  graph.addUndirectedEdgeWithKey("u", "a", "a");
  graph.addDirectedEdgeWithKey("d", "a", "a");
  const xml = graphmlString(graph);
  const { id } = lintGraphml(xml).keys.find(key => key["attr.name"] === "symmetric")!;
  expect(xml).toContain('edgedefault="directed"');
  expect(lintGraphml(xml).edges.map(({ data }) => Object.fromEntries(data)[id!])).toEqual(["true", "false"]);
});

describe("any graph", () => {
  test("gives a file without problems", () => {
    fc.assert(
      fc.property(anyGraph, fc.boolean(), (graph, lossless) => {
        const { nodes, edges, problems } = lintGraphml(graphmlString(graph, { lossless }));
        expect(problems).toEqual([]);
        expect([nodes.length, edges.length]).toEqual([graph.order, graph.size]);
      }),
    );
  });

  test("streams as the same text", async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async graph => {
        expect(await text(Readable.from(streamGraphml(graph)))).toBe(graphmlString(graph));
      }),
      { numRuns: 20 },
    );
  });

  const word = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
    .filter(text => !/[\u0000-\u001f\u0085\u2028\ufffe\uffff]/.test(text));
  const plain = fc.record(
    {
      label: word,
      count: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      share: fc.double({ noNaN: true, noDefaultInfinity: true }).map(withoutSubnormal),
      known: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  /** igraph refuses a file with a number this near to 0, so that 0 is written. */
  function withoutSubnormal(value: number): number {
    return Math.abs(value) < 2 ** -1022 ? 0 : value;
  }

  test("is the same graph to graphology-graphml", () => {
    const nodesAndEdges = fc.tuple(
      fc.array(plain, { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(fc.nat(4), fc.nat(4), plain), { maxLength: 8 }),
    );
    fc.assert(
      fc.property(nodesAndEdges, ([nodes, edges]) => {
        const graph = graphOf(...nodes);
        edges.forEach(([from, to, own], index) =>
          graph.addDirectedEdgeWithKey(`e${index}`, `n${from % nodes.length}`, `n${to % nodes.length}`, own),
        );
        const parsed = graphml.parse(MultiGraph as never, graphmlString(graph, { additions: false }));
        expect(withoutEmpty(parsed.export().nodes)).toEqual(withoutEmpty(graph.export().nodes));
        expect(withoutEmpty(parsed.export().edges)).toEqual(withoutEmpty(graph.export().edges));
      }),
    );
  });

  function withoutEmpty<T extends { attributes?: object }>(elements: readonly T[]): T[] {
    return elements.map(element => ({ ...element, attributes: element.attributes ?? {} }));
  }
});

describe("one of our graphs", () => {
  const person = entity("person:林秋生", "林秋生");
  const place = entity("place:440000", "广东省", "广东");
  const facts = [
    documentOf("甲.txt", "广东省副省长林秋生\n说明来意，今天到场。林秋生讲话。", [place, person], {
      title: "走访",
      published: "2021-08-09",
      says: [{ fact: "林秋生 holds_position 广东省", qualifiers: { title: "副省长", date: "2021" } }],
    }),
    documentOf("b.txt", "林秋生任广东省副省长。", [place, person], {
      says: [{ fact: "林秋生 holds_position 广东省", qualifiers: { title: "副省长" } }],
    }),
  ];
  const graph = buildGraph(facts, schema);
  const file = lintGraphml(graphmlString(graph, flatten(graph)));

  function dataOf(element: (typeof file.nodes)[number]): Record<string, string> {
    const names = new Map(file.keys.map(key => [key.id, key["attr.name"]!]));
    return Object.fromEntries(element.data.map(([key, value]) => [names.get(key), value]));
  }

  test("says all of an edge that fits", () => {
    expect(file.problems).toEqual([]);
    expect(dataOf(file.edges[0]!)).toEqual({
      label: "holds_position",
      interaction: "holds_position",
      predicate: "holds_position",
      title: "副省长",
      symmetric: "false",
      weight: "2",
      dates: "2021",
      first_date: "2021-08-09",
      last_date: "2021-08-09",
      evidence_sentence: "林秋生任广东省副省长。",
      evidence_rule: "test-relation",
      evidence_count: "2",
      evidence_ids: "b.txt#0-11 | 甲.txt#0-26",
      edge_id: expect.stringMatching(/^e\.[0-9a-f]{20}$/),
      edge_key: "person:林秋生 holds_position place:440000 title=副省长",
    });
  });

  test("gives Neo4j its labels and relation types", () => {
    expect(file.nodes.map(({ data }) => data[0])).toEqual([
      ["labels", ":person"],
      ["labels", ":place"],
    ]);
    expect(file.edges[0]!.data[0]).toEqual(["label", "holds_position"]);
  });

  test("has unique names where labels repeat", () => {
    const namesakes = buildGraph(
      [
        documentOf("a", "林秋生", [entity("person:林秋生@place:440000", "林秋生")]),
        documentOf("b", "林秋生", [entity("person:林秋生@place:350000", "林秋生")]),
      ],
      schema,
    );
    const { nodeAttributes } = flatten(namesakes);
    expect(namesakes.mapNodes((key, own) => nodeAttributes(key, own).name as string)).toEqual([
      "林秋生 [person:林秋生@place:350000]",
      "林秋生 [person:林秋生@place:440000]",
    ]);
  });
});
