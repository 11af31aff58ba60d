import gexf from "graphology-gexf";
import type { Attributes } from "graphology-types";
import { newGraph, type AnyGraph } from "../graphology.js";
import { isPolicyGraph } from "../serialize.js";
import { asciiId } from "./ascii-id.js";
import { columnsOf, TypeInference, type Column } from "./columns.js";
import { asIs, flatten } from "./flatten.js";
import { valueText, wholeJson } from "./values.js";
import { isXmlSafe } from "./xml-text.js";

export interface GexfOptions {
  /** Say each element's key and attributes once more as JSON, in `exact_json`, so that our reader gets them as they were. */
  readonly lossless?: boolean;
}

/**
 * GEXF 1.3, written by graphology's own library from a copy in which each value is one that XML can say; of one of our
 * graphs, the flat view.
 */
export function gexfString(graph: AnyGraph, { lossless = false }: GexfOptions = {}): string {
  return gexf.write(writableCopy(graph, lossless) as never, { version: "1.3", pedantic: true, pretty: false });
}

function writableCopy(graph: AnyGraph, lossless: boolean): AnyGraph {
  const { nodeAttributes, edgeAttributes } = isPolicyGraph(graph) && !lossless ? flatten(graph) : asIs;
  const copy = newGraph({ type: graph.type, multi: graph.multi, allowSelfLoops: graph.allowSelfLoops });
  const nodes = new Writable(
    graph.mapNodes((key, attributes) => nodeAttributes(key, attributes)),
    "node",
    lossless,
  );
  const edges = new Writable(
    graph.mapEdges((key, attributes, source, target) => edgeAttributes(key, attributes, source, target)),
    "edge",
    lossless,
  );
  copy.setAttribute("creator", "policygraph");
  if (lossless) {
    const { type, multi, allowSelfLoops } = graph;
    copy.setAttribute(
      "description",
      wholeJson(Object.entries(graph.getAttributes()), { options: { type, multi, allowSelfLoops } }),
    );
  }
  graph.forEachNode((key, attributes) =>
    copy.addNode(idOf("n", key), nodes.attributes(key, nodeAttributes(key, attributes))),
  );
  graph.forEachEdge((key, attributes, source, target, _from, _to, undirected) => {
    const ends = [idOf("n", source), idOf("n", target)] as const;
    const own = edges.attributes(key, edgeAttributes(key, attributes, source, target));
    if (undirected) copy.addUndirectedEdgeWithKey(idOf("e", key), ...ends, own);
    else copy.addDirectedEdgeWithKey(idOf("e", key), ...ends, own);
  });
  return copy;
}

/** An id may be any text there, as long as XML can say it. */
function idOf(prefix: string, key: string): string {
  return key !== "" && isXmlSafe(key) && !/[\t]|^[en]\.[0-9a-f]{20}$/.test(key) ? key : asciiId(prefix, key);
}

/** Turns attributes into columns that have one type each. */
class Writable {
  private readonly columns: readonly Column[];

  constructor(
    all: readonly Attributes[],
    domain: "node" | "edge",
    private readonly lossless: boolean,
  ) {
    const inference = new TypeInference();
    for (const attributes of all) inference.see(attributes);
    this.columns = columnsOf({ graph: {}, node: {}, edge: {}, [domain]: inference.types() })[domain];
  }

  attributes(key: string, attributes: Attributes): Attributes {
    const writable: Attributes = {};
    for (const { attribute, name, type } of this.columns) {
      const text = valueText(attributes[attribute], type);
      if (text !== "") writable[name] = type === "string" ? writableText(text) : attributes[attribute];
    }
    if (this.lossless) writable.exact_json = wholeJson(Object.entries(attributes), { key });
    return writable;
  }
}

/** Attributes of XML can't hold line breaks, tabs or what XML 1.0 has no way to write. */
function writableText(text: string): string {
  return isXmlSafe(text)
    ? text.replaceAll("\t", " ")
    : text.replace(/[\s\u0085]+/g, " ").replace(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");
}
