import fc from "fast-check";
import { newGraph, type AnyGraph } from "../../../graph/graphology.js";

/** Texts from every corner of Unicode: each plane, control characters, lone surrogates, markup, huge and empty. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "",
    " ",
    "]]>",
    "<a b='c'>&amp;",
    "\u0000\u0001\b",
    "\r\n",
    "\t",
    "\ud800",
    "\udc00x",
    "\ufffe\uffff",
    "𠀀清遠",
    "a | b",
    "x".repeat(70_000),
  ),
);

const anyValue = fc.oneof(
  anyText,
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, 2 ** 31, -0, Number.NaN, Number.POSITIVE_INFINITY, 1e300, "3", "true"),
  fc.array(fc.oneof(anyText, fc.integer()), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom("a", "清"), fc.integer(), { maxKeys: 2 }),
);

const anyName = fc.oneof(
  fc.constantFrom(
    "label",
    "name",
    "weight",
    "type",
    "id",
    "key",
    "source",
    "size",
    "x",
    "color",
    "r",
    "interaction",
    "symmetric",
    "edge_id",
    "node_key",
    "firstDate",
    "first_date",
    "所在地",
    "constructor",
    "exact_json",
    "graph_type",
    "labels",
    "a b/c",
    "3d",
    "",
  ),
  fc.string({ maxLength: 6 }),
);

const anyAttributes = fc.dictionary(anyName, anyValue, { maxKeys: 5 });
const anyKey = fc.oneof(
  fc.constantFrom("1", "2", "a", "e1", "清遠", "person:a@b", "a b", "n.00112233445566778899", "\u0001", "", "]]>"),
  fc.string({ maxLength: 4 }),
);

/** Any graph that graphology can hold: directed, undirected, mixed; parallel edges, loops, odd keys, odd attributes. */
export const anyGraph: fc.Arbitrary<AnyGraph> = fc
  .record({
    type: fc.constantFrom("directed" as const, "undirected" as const, "mixed" as const),
    attributes: anyAttributes,
    nodes: fc.uniqueArray(fc.tuple(anyKey, anyAttributes), { minLength: 1, maxLength: 6, selector: ([key]) => key }),
    edges: fc.uniqueArray(fc.tuple(anyKey, fc.nat(), fc.nat(), fc.boolean(), anyAttributes), {
      maxLength: 8,
      selector: ([key]) => key,
    }),
  })
  .map(({ type, attributes, nodes, edges }) => {
    const graph = newGraph({ type, multi: true });
    graph.replaceAttributes(attributes);
    for (const [key, own] of nodes) graph.addNode(key, own);
    for (const [key, from, to, undirected, own] of edges) {
      const [source, target] = [from, to].map(index => nodes[index % nodes.length]![0]) as [string, string];
      if (type === "undirected" || (type === "mixed" && undirected))
        graph.addUndirectedEdgeWithKey(key, source, target, own);
      else graph.addDirectedEdgeWithKey(key, source, target, own);
    }
    return graph;
  });
