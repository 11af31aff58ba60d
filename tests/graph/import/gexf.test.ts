import gexf from "graphology-gexf";
import { MultiGraph } from "graphology";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gexfString } from "../../../graph/export/gexf.js";
import { newGraph } from "../../../graph/graphology.js";
import { readGexf } from "../../../graph/import/gexf.js";
import { anyGraph } from "../export/any-graph.js";
import { contentOf } from "../graph-content.js";

async function read(xml: string) {
  const { graph, problems } = await readGexf([xml], "x.gexf");
  return { ...contentOf(graph), problems };
}

describe("our own files", () => {
  test("any graph comes back without loss", async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async graph => {
        const { problems, ...content } = await read(gexfString(graph, { lossless: true }));
        expect(problems).toEqual([]);
        expect(content).toEqual(contentOf(graph));
      }),
    );
  });

  test("of any graph are the same graph to graphology-gexf", () => {
    fc.assert(
      fc.property(anyGraph, graph => {
        const read = gexf.parse(MultiGraph as never, gexfString(graph));
        expect([read.order, read.size]).toEqual([graph.order, graph.size]);
      }),
    );
  });

  test("without the lossless mark, columns come back with their types", async () => {
    const graph = newGraph({ type: "directed", multi: true });
    graph.addNode("清遠", {
      label: "清遠市",
      count: 4,
      open: true,
      share: 0.5,
      color: "#ff0000",
      x: 1,
      y: 2,
      size: 3,
      list: ["a", "b"],
    });
    graph.addDirectedEdgeWithKey("e", "清遠", "清遠", { weight: 2, label: "a\nb" });
    const { nodes, edges } = await read(gexfString(graph));
    expect(nodes).toEqual([
      {
        key: "清遠",
        attributes: {
          label: "清遠市",
          count: 4,
          open: true,
          share: 0.5,
          color: "#ff0000",
          x: 1,
          y: 2,
          size: 3,
          list: "a | b",
        },
      },
    ]);
    expect(edges[0]).toMatchObject({ key: "e", attributes: { weight: 2, label: "a b" } });
  });
});

describe("foreign files", () => {
  test("of Gephi: attributes, defaults, drawing, mixed direction, nesting", async () => {
    const { nodes, edges, options, attributes } = await read(`<?xml version="1.0"?>
      <gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
      <meta lastmodifieddate="2020-01-01"><creator>Gephi</creator></meta>
      <graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="kind" type="string"><default>city</default></attribute>
      <attribute id="1" title="people" type="integer"/></attributes>
      <nodes><node id="a" label="甲"><attvalues><attvalue for="1" value="12"/></attvalues><viz:size value="2.5"/><viz:position x="1" y="-2" z="0"/><viz:color r="255" g="0" b="10"/>
        <nodes><node id="b" start="2001"/></nodes></node></nodes>
      <edges><edge id="0" source="a" target="b" weight="2.5"/><edge source="a" target="b" type="undirected"/></edges></graph></gexf>`);
    expect([attributes, options.type]).toEqual([{ creator: "Gephi" }, "mixed"]);
    expect(nodes).toContainEqual({
      key: "a",
      attributes: { people: 12, size: 2.5, x: 1, y: -2, z: 0, color: "#ff000a", kind: "city", label: "甲" },
    });
    expect(nodes).toContainEqual({ key: "b", attributes: { kind: "city", start: "2001", parent: "a" } });
    expect(edges.map(({ undirected, attributes }) => [undirected, attributes])).toEqual([
      [false, { weight: 2.5 }],
      [true, {}],
    ]);
  });

  test("broken ones say where", async () => {
    await expect(read("<gexf><graph><nodes><node/></nodes></graph></gexf>")).rejects.toThrow(
      /^x\.gexf:1:\d+ {2}A <node> has no id/,
    );
    await expect(read("<gexf><graph>")).rejects.toThrow(/^x\.gexf:1:\d+ {2}This is not well-formed XML/);
    await expect(read("<gexf/>")).rejects.toThrow(/has no <graph>/);
    await expect(read('<!DOCTYPE gexf [<!ENTITY a "b">]><gexf/>')).rejects.toThrow(/DTD/);
  });
});
