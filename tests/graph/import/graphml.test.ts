import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphmlString } from "../../../graph/export/graphml.js";
import { newGraph } from "../../../graph/graphology.js";
import { readGraphml } from "../../../graph/import/graphml.js";
import { anyGraph } from "../export/any-graph.js";
import { contentOf } from "../graph-content.js";

const head = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">';

async function read(xml: string | Uint8Array) {
  const { graph, problems } = await readGraphml([xml], "x.graphml");
  return { ...contentOf(graph), problems };
}

async function faultOf(xml: string): Promise<string> {
  return readGraphml([xml], "x.graphml").then(
    () => "no fault",
    (error: Error) => error.message,
  );
}

describe("our own files", () => {
  test("any graph comes back without loss", async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async graph => {
        const { graph: read, problems } = await readGraphml([graphmlString(graph, { lossless: true })], "x");
        expect(problems).toEqual([]);
        expect(contentOf(read)).toEqual(contentOf(graph));
      }),
    );
  });

  test("it doesn't matter where the file is cut into pieces, even within a character", async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, fc.integer({ min: 1, max: 9 }), async (graph, size) => {
        graph.forEachNode(key => graph.removeNodeAttribute(key, "label"));
        const bytes = new TextEncoder().encode(graphmlString(graph, { lossless: true })).subarray(0, 20_000);
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        const outcome = async (input: Uint8Array[]) =>
          readGraphml(input, "x").then(
            ({ graph }) => contentOf(graph),
            (error: Error) => error.message,
          );
        expect(await outcome(pieces)).toEqual(await outcome([bytes]));
      }),
      { numRuns: 30 },
    );
  });

  test("without the lossless mark, what the columns say comes back, and nothing that was added", async () => {
    const graph = newGraph({ type: "directed", multi: true });
    graph.addNode("清遠", { firstDate: "2021", 人口: 4, open: true, share: 0.5 });
    const { nodes } = await read(graphmlString(graph));
    expect(nodes).toEqual([{ key: "清遠", attributes: { firstDate: "2021", 人口: 4, open: true, share: 0.5 } }]);
  });
});

describe("foreign files", () => {
  test("with defaults, keys for all, a prefix, mixed direction and parallel edges", async () => {
    const found = await read(`<g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
      <g:key id="k" attr.name="kind" attr.type="string"><g:default>road</g:default></g:key>
      <g:key id="n" for="node" attr.name="n" attr.type="long"/><g:key id="b" for="edge" attr.name="b" attr.type="boolean"/>
      <g:graph edgedefault="undirected">
        <g:node id="a"><g:data key="n"> 3 </g:data></g:node><g:node id="b"><g:data key="k">rail</g:data></g:node>
        <g:edge source="a" target="b"/><g:edge id="e" source="a" target="b" directed="true"><g:data key="b">1</g:data></g:edge>
      </g:graph></g:graphml>`);
    expect(found.options.type).toBe("mixed");
    expect(found.nodes).toEqual([
      { key: "a", attributes: { n: 3, kind: "road" } },
      { key: "b", attributes: { kind: "rail" } },
    ]);
    expect(found.edges.map(({ undirected, attributes }) => [undirected, attributes])).toEqual([
      [true, { kind: "road" }],
      [false, { b: true, kind: "road" }],
    ]);
  });

  test("of yEd: labels, places, colours, and groups laid flat", async () => {
    const { nodes, edges, problems } = await read(`${head.replace(">", ' xmlns:y="http://www.yworks.com/xml/graphml">')}
      <key id="d0" for="node" yfiles.type="nodegraphics"/><key id="d1" for="edge" yfiles.type="edgegraphics"/>
      <graph edgedefault="directed"><node id="g"><graph edgedefault="directed"><node id="g::n"><data key="d0"><y:ShapeNode>
        <y:Geometry height="30" x="10.5" y="-2"/><y:Fill color="#FFCC00"/><y:NodeLabel>清遠<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node></graph></node>
        <edge id="e" source="g" target="g::n"><data key="d1"><y:PolyLineEdge><y:EdgeLabel>contains</y:EdgeLabel></y:PolyLineEdge></data></edge>
      </graph></graphml>`);
    expect(problems).toEqual([]);
    expect(nodes.find(({ key }) => key === "g::n")!.attributes).toEqual({
      label: "清遠",
      x: 10.5,
      y: -2,
      color: "#FFCC00",
      parent: "g",
    });
    expect(edges[0]!.attributes).toEqual({ label: "contains" });
  });

  test("in another encoding", async () => {
    const xml = '<?xml version="1.0" encoding="GB18030"?><graphml><graph><node id="清"/></graph></graphml>';
    const bytes = Uint8Array.from(
      [...xml].flatMap(character => (character === "清" ? [0xc7, 0xe5] : [character.charCodeAt(0)])),
    );
    expect((await read(bytes)).nodes).toEqual([{ key: "清", attributes: {} }]);
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${xml}`, "utf16le"));
    expect((await read(utf16)).nodes).toEqual([{ key: "清", attributes: {} }]);
  });

  test("what they get wrong is kept and reported", async () => {
    const { nodes, edges, problems } = await read(`${head}<key id="n" for="node" attr.name="n" attr.type="int"/>
<graph edgedefault="directed"><edge id="e" source="a" target="zz"/><node id="a"><data key="n">many</data></node>
<node id="a"><data key="q">1</data></node><edge id="e" source="a" target="a"/>
<hyperedge><endpoint node="a"/></hyperedge></graph></graphml>`);
    expect(nodes).toEqual([
      { key: "a", attributes: { n: "many", q: "1" } },
      { key: "zz", attributes: {} },
    ]);
    expect(edges.map(({ key }) => key)).toEqual(["e", "e~2"]);
    expect(problems.map(({ where, what }) => `${where.split(":").slice(0, 2).join(":")} ${what}`)).toEqual([
      'x.graphml:2 "many" is no number, though n is of type int; it stays a text.',
      'x.graphml:3 The node "a" is there twice; the attributes of both are kept.',
      'x.graphml:3 The edge "e" is there twice; the second is "e~2" now.',
      "x.graphml:4 An edge of more than two ends (<hyperedge>) was left out.",
      'x.graphml:2 An edge ends at "zz", which the file has no node for; one was added.',
    ]);
  });
});

describe("broken files", () => {
  test("say where they are broken", async () => {
    expect(await faultOf(`${head}\n<graph>\n<node id="a"></graph>`)).toMatch(
      /^x\.graphml:3:\d+ {2}This is not well-formed XML: .*tag/,
    );
    expect(await faultOf(`${head}<graph><node id="a"/>`)).toMatch(
      /^x\.graphml:1:\d+ {2}This is not well-formed XML: unclosed tag/,
    );
    expect(await faultOf("<html></html>")).toMatch(
      /^x\.graphml:1:\d+ {2}The outermost element is <html>, not <graphml>\./,
    );
    expect(await faultOf(`${head}</graphml>`)).toMatch(/The file has no <graph>/);
    expect(await faultOf(`${head}<graph><edge source="a"/></graph></graphml>`)).toMatch(
      /^x\.graphml:1:\d+ {2}An <edge> has no target/,
    );
    expect(await faultOf(`${head}<graph><node/></graph></graphml>`)).toMatch(/A <node> has no id/);
    expect(await faultOf("")).toMatch(/^x\.graphml:1:0 {2}This is not well-formed XML/);
  });

  test("names can't reach into the prototype of anything", async () => {
    const { attributes } = await read(`${head}<key id="p" for="graph" attr.name="__proto__" attr.type="string"/>
      <key id="x" for="graph" attr.name="exact_json" attr.type="string"><desc>added for other tools</desc></key>
      <graph><data key="p">x</data><data key="x">{"values":{"__proto__":{"polluted":true}},"numbers":{}}</data></graph></graphml>`);
    expect("polluted" in attributes! || "polluted" in {}).toBe(false);
  });

  test("an unknown encoding is named", async () => {
    const bytes = new TextEncoder().encode('<?xml version="1.0" encoding="klingon"?><graphml/>');
    await expect(readGraphml([bytes], "x")).rejects.toThrow(/^x:1:1 {2}.*"klingon"/);
  });

  test("entities are refused, a DTD elsewhere is not loaded", async () => {
    const bomb = '<!DOCTYPE graphml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';
    expect(await faultOf(`${bomb}${head}<graph><node id="&b;"/></graph></graphml>`)).toMatch(
      /^x\.graphml:1:\d+ {2}The file defines its own DTD/,
    );
    expect(await faultOf(`${head}<graph><node id="&b;"/></graph></graphml>`)).toMatch(/undefined entity/);
    expect(
      (await read(`<!DOCTYPE graphml SYSTEM "file:///etc/passwd">${head}<graph><node id="a"/></graph></graphml>`))
        .nodes,
    ).toHaveLength(1);
  });
});
