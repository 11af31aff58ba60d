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
import { XmlBytes } from "./xml-bytes.js";
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

/** As `streamGraphml`, for those who can't wait. */
export function* graphmlChunks(graph: AnyGraph, options: GraphmlOptions = {}): Generator<string> {
  const decoder = new TextDecoder();
  for (const bytes of graphmlBytes(graph, options)) yield decoder.decode(bytes);
}

/** As `graphmlChunks`, in UTF-8: the fastest way into a file. Each piece ends with a whole element. */
export function* graphmlBytes(graph: AnyGraph, options: GraphmlOptions = {}): Generator<Uint8Array> {
  const file = new GraphmlFile(graph, options);
  yield* file.pieces();
  options.onReport?.(file.report());
}

class GraphmlFile {
  private readonly xml = new XmlBytes();
  private omitted = 0;
  private readonly keys: Readonly<Record<Domain, readonly DataKey[]>>;
  private readonly nodeIds = new Map<string, string>();
  /** True where every key can be an id as it stands. */
  private readonly hasNodeIds: boolean;
  private readonly hasEdgeIds: boolean;

  constructor(
    private readonly graph: AnyGraph,
    private readonly options: GraphmlOptions,
  ) {
    const { graph: ofGraph, node, edge } = graphmlKeys(graph, options);
    this.keys = { graph: ofGraph.map(dataKey), node: node.map(dataKey), edge: edge.map(dataKey) };
    this.hasNodeIds = !node.some(({ name }) => name === "node_key");
    this.hasEdgeIds = !edge.some(({ name }) => name === "edge_key");
  }

  report(): GraphmlReport {
    return { nodes: this.graph.order, edges: this.graph.size, ...this.xml.losses, omitted: this.omitted };
  }

  *pieces(): Generator<Uint8Array> {
    const { graph, xml } = this;
    this.head();
    for (const { node, attributes } of graph.nodeEntries()) {
      this.node(node, attributes);
      if (xml.isFull) yield xml.take();
    }
    for (const { edge, attributes, source, target, undirected } of graph.edgeEntries()) {
      this.edge(edge, attributes, source, target, undirected);
      if (xml.isFull) yield xml.take();
    }
    xml.ascii("  </graph>\n</graphml>\n");
    yield xml.take();
  }

  private head(): void {
    const { graph, options, xml } = this;
    xml.markup(`<?xml version="1.0" encoding="UTF-8"?>\n<graphml ${options.drawing?.root ?? defaultRoot}>\n`);
    for (const domain of ["graph", "node", "edge"] as const) this.keyElements(domain);
    xml.ascii(`  <graph edgedefault="${graph.type === "undirected" ? "undirected" : "directed"}">\n`);
    const all = graph.getAttributes();
    const attributes = options.graphAttributes?.(all) ?? all;
    for (const key of this.keys.graph) this.data([key], { key: "", id: "", attributes, isUndirected: false });
  }

  private keyElements(domain: Domain): void {
    for (const { id, name, type, description } of this.keys[domain]) {
      const start = `  <key id="${id}" for="${domain}" attr.name="${name}" attr.type="${type}"`;
      const desc = description === undefined ? "" : xmlText(description, this.xml.losses);
      this.xml.markup(desc === "" ? `${start}/>\n` : `${start}><desc>${desc}</desc></key>\n`);
    }
    const { drawing } = this.options;
    if (!drawing || domain === "graph") return;
    this.xml.markup(
      `  <key id="${domain}graphics" for="${domain}" ${domain === "node" ? drawing.nodeKey : drawing.edgeKey}/>\n`,
    );
  }

  private node(key: string, all: Attributes): void {
    const id = this.nodeId(key);
    const attributes = this.options.nodeAttributes?.(key, all) ?? all;
    this.xml.append(tags.node);
    this.xml.ascii(id);
    this.xml.append(tags.end);
    this.data(this.keys.node, { key, id, attributes, isUndirected: false });
    this.drawn("node", key, attributes);
    this.xml.append(tags.nodeEnd);
  }

  private edge(key: string, all: Attributes, source: string, target: string, isUndirected: boolean): void {
    const id = this.hasEdgeIds || isEdgeId(this.graph, key) ? key : asciiId("e", key);
    const attributes = this.options.edgeAttributes?.(key, all, source, target) ?? all;
    this.xml.append(tags.edge);
    this.xml.ascii(id);
    this.xml.append(tags.source);
    this.xml.ascii(this.nodeId(source));
    this.xml.append(tags.target);
    this.xml.ascii(this.nodeId(target));
    this.xml.append(tags.end);
    this.data(this.keys.edge, { key, id, attributes, isUndirected });
    this.drawn("edge", key, attributes);
    this.xml.append(tags.edgeEnd);
  }

  private nodeId(key: string): string {
    if (this.hasNodeIds || isAsciiId(key)) return key;
    let id = this.nodeIds.get(key);
    if (id === undefined) this.nodeIds.set(key, (id = asciiId("n", key)));
    return id;
  }

  private data(keys: readonly DataKey[], element: GraphmlElement): void {
    const { attributes } = element;
    for (const { open, close, attribute, type, compute } of keys) {
      const value: unknown = compute === undefined ? attributes[attribute] : compute(element);
      if (value === undefined) continue;
      if (type !== "boolean" && isInteger(value)) {
        this.xml.integer(open, value, close);
        continue;
      }
      const text = valueText(value, type);
      if (text !== "") this.xml.element(open, text, close);
      else if (isOmitted(value, text)) this.omitted++;
    }
  }

  private drawn(domain: "node" | "edge", key: string, attributes: Attributes): void {
    const { drawing } = this.options;
    if (drawing) this.xml.markup(`<data key="${domain}graphics">${drawing[domain](key, attributes)}</data>`);
  }
}

/** Whether a value is an integer of 32 bits, which every column but one of booleans says by its digits; -0 is none. */
const isInteger = (value: unknown): value is number =>
  typeof value === "number" && (value | 0) === value && (value !== 0 || 1 / value > 0);

/** A key with the bytes around each of its values. */
interface DataKey extends GraphmlKey {
  readonly open: Uint8Array;
  readonly close: Uint8Array;
}

function dataKey(key: GraphmlKey): DataKey {
  const isOfGraph = key.domain === "graph";
  return {
    ...key,
    open: bytesOf(`${isOfGraph ? "    " : ""}<data key="${key.id}">`),
    close: bytesOf(`</data>${isOfGraph ? "\n" : ""}`),
  };
}

const tags = {
  node: bytesOf('    <node id="'),
  nodeEnd: bytesOf("</node>\n"),
  edge: bytesOf('    <edge id="'),
  source: bytesOf('" source="'),
  target: bytesOf('" target="'),
  edgeEnd: bytesOf("</edge>\n"),
  end: bytesOf('">'),
};

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const defaultRoot = `xmlns="http://graphml.graphdrawing.org/xmlns"`;
