/**
 * GraphML for any graphology graph, in a dialect that every tool reads: docs/graphml.md tells what it is and why.
 *
 *     import { streamGraphml } from "policygraph/graphml";
 *     await pipeline(streamGraphml(graph), createWriteStream("graph.graphml"));
 */
import type { Attributes } from "graphology-types";
import type { AnyGraph } from "../graphology.js";
import { asciiId, isAsciiId } from "./ascii-id.js";
import type { AttributeTypes, Domain } from "./columns.js";
import { graphmlKeys, isEdgeId, type GraphmlElement, type GraphmlKey } from "./graphml-keys.js";
import { isOmitted, valueText } from "./values.js";
import { xmlText, type XmlLosses } from "./xml-text.js";

export type { AttributeTypes, Domain, ValueType } from "./columns.js";
export type { AnyGraph } from "../graphology.js";

export interface GraphmlOptions {
  /** Types of attributes, which saves a pass over the graph; attributes not listed aren't written. Inferred where absent. */
  readonly types?: Partial<Readonly<Record<Domain, AttributeTypes>>>;
  /** What to write of the graph, of a node, of an edge. All attributes, unless given. */
  readonly graphAttributes?: (attributes: Attributes) => Attributes;
  readonly nodeAttributes?: (key: string, attributes: Attributes) => Attributes;
  readonly edgeAttributes?: (key: string, attributes: Attributes, source: string, target: string) => Attributes;
  /** The labels that Neo4j gives a node (":City:Capital"), and the type that it gives a relation; also `interaction`. */
  readonly nodeLabels?: (key: string, attributes: Attributes) => string;
  readonly edgeLabel?: (key: string, attributes: Attributes) => string;
  /** XML for a tool that draws, behind the other data of each element. */
  readonly drawing?: Drawing;
  /**
   * Write what tools look for and the graph may lack: `label` and `name` of nodes, `edge_id` of edges, the kind of graph.
   * A mark on their keys tells our reader to leave them out again. True unless given.
   */
  readonly additions?: boolean;
  /** Say in an attribute `exact_json` what has no other way to be said: lists, empty texts, control characters, NaN. */
  readonly lossless?: boolean;
  /** Called at the end with what could not be written. */
  readonly onReport?: (report: GraphmlReport) => void;
}

/** Drawing instructions, as yEd reads them. */
export interface Drawing {
  /** Attributes of the root element: namespaces and schema. */
  readonly root: string;
  /** Attributes of the `<key>` of nodes and of edges: `yfiles.type="nodegraphics"`. */
  readonly nodeKey: string;
  readonly edgeKey: string;
  /** XML elements; texts in them are escaped already. */
  readonly node: (key: string, attributes: Attributes) => string;
  readonly edge: (key: string, attributes: Attributes) => string;
}

export interface GraphmlReport extends XmlLosses {
  readonly nodes: number;
  readonly edges: number;
  /** Values left out because they are no numbers, or not of the type given. */
  readonly omitted: number;
}

/** Write a graph as GraphML piece by piece, in memory that doesn't grow with it. The graph must not change meanwhile. */
export async function* streamGraphml(graph: AnyGraph, options: GraphmlOptions = {}): AsyncGenerator<string> {
  yield* graphmlChunks(graph, options);
}

/** Write a graph as one string of GraphML. A string ends at half a billion characters: stream what may be larger. */
export function graphmlString(graph: AnyGraph, options: GraphmlOptions = {}): string {
  return [...graphmlChunks(graph, options)].join("");
}

/** As `streamGraphml`, for those who can't wait: strings of some 64 KB each. */
export function* graphmlChunks(graph: AnyGraph, options: GraphmlOptions = {}): Generator<string> {
  const file = new GraphmlFile(graph, options);
  let chunk = "";
  for (const part of file.parts()) {
    chunk += part;
    if (chunk.length < 1 << 16) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
  options.onReport?.(file.report());
}

class GraphmlFile {
  private readonly losses = { stripped: 0, lineBreaks: 0, omitted: 0 };
  private readonly keys: Readonly<Record<Domain, readonly GraphmlKey[]>>;
  private readonly nodeIds = new Map<string, string>();

  constructor(private readonly graph: AnyGraph, private readonly options: GraphmlOptions) {
    this.keys = graphmlKeys(graph, options);
  }

  report(): GraphmlReport {
    return { nodes: this.graph.order, edges: this.graph.size, ...this.losses };
  }

  *parts(): Generator<string> {
    const { graph, options } = this;
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml ${options.drawing?.root ?? defaultRoot}>\n`;
    for (const domain of ["graph", "node", "edge"] as const) yield this.keyElements(domain);
    yield `  <graph edgedefault="${graph.type === "undirected" ? "undirected" : "directed"}">\n`;
    yield this.graphData();
    for (const { node, attributes } of graph.nodeEntries()) yield this.node(node, attributes);
    for (const { edge, attributes, source, target, undirected } of graph.edgeEntries()) {
      yield this.edge(edge, attributes, source, target, undirected);
    }
    yield "  </graph>\n</graphml>\n";
  }

  private keyElements(domain: Domain): string {
    const elements = this.keys[domain].map(({ id, name, type, description }) => {
      const start = `  <key id="${id}" for="${domain}" attr.name="${name}" attr.type="${type}"`;
      return description === undefined ? `${start}/>\n` : `${start}><desc>${xmlText(description, this.losses)}</desc></key>\n`;
    });
    const { drawing } = this.options;
    if (drawing && domain !== "graph") {
      elements.push(`  <key id="${domain}graphics" for="${domain}" ${domain === "node" ? drawing.nodeKey : drawing.edgeKey}/>\n`);
    }
    return elements.join("");
  }

  private graphData(): string {
    const all = this.graph.getAttributes();
    const attributes = this.options.graphAttributes?.(all) ?? all;
    const data = this.data(this.keys.graph, { key: "", id: "", attributes, isUndirected: false });
    return data.replaceAll("<data", "    <data").replaceAll("</data>", "</data>\n");
  }

  private node(key: string, all: Attributes): string {
    const id = this.nodeId(key);
    const attributes = this.options.nodeAttributes?.(key, all) ?? all;
    const data = this.data(this.keys.node, { key, id, attributes, isUndirected: false });
    return `    <node id="${id}">${data}${this.drawn("node", key, attributes)}</node>\n`;
  }

  private edge(key: string, all: Attributes, source: string, target: string, isUndirected: boolean): string {
    const id = isEdgeId(this.graph, key) ? key : asciiId("e", key);
    const attributes = this.options.edgeAttributes?.(key, all, source, target) ?? all;
    const data = this.data(this.keys.edge, { key, id, attributes, isUndirected });
    const ends = `source="${this.nodeId(source)}" target="${this.nodeId(target)}"`;
    return `    <edge id="${id}" ${ends}>${data}${this.drawn("edge", key, attributes)}</edge>\n`;
  }

  private nodeId(key: string): string {
    if (isAsciiId(key)) return key;
    let id = this.nodeIds.get(key);
    if (id === undefined) this.nodeIds.set(key, id = asciiId("n", key));
    return id;
  }

  private data(keys: readonly GraphmlKey[], element: GraphmlElement): string {
    let data = "";
    for (const { id, attribute, type, compute } of keys) {
      const value: unknown = compute ? compute(element) : element.attributes[attribute];
      const text = valueText(value, type);
      if (text !== "") {
        const xml = type === "string" ? xmlText(text, this.losses) : text;
        if (xml !== "") data += `<data key="${id}">${xml}</data>`;
      } else if (isOmitted(value, text)) {
        this.losses.omitted++;
      }
    }
    return data;
  }

  private drawn(domain: "node" | "edge", key: string, attributes: Attributes): string {
    const { drawing } = this.options;
    return drawing ? `<data key="${domain}graphics">${drawing[domain](key, attributes)}</data>` : "";
  }
}

const defaultRoot = `xmlns="http://graphml.graphdrawing.org/xmlns"`;
