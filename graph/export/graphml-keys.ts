import type { Attributes } from "graphology-types";
import type { AnyGraph } from "../graphology.js";
import { isAsciiId } from "./ascii-id.js";
import { columnsOf, TypeInference, type AttributeTypes, type Column, type Domain } from "./columns.js";
import type { GraphmlOptions } from "./graphml.js";
import { exactJson } from "./values.js";

/** The mark on keys that the writer added: they are not the graph's own attributes. */
export const additionMark = "added for other tools";
/** The mark on keys whose name had to change, before the attribute's own name as JSON. */
export const renamedMark = "attribute ";

/** A `<key>` of the file: a column of the graph's attributes, or one that is computed for each element. */
export interface GraphmlKey extends Column {
  readonly id: string;
  readonly description?: string;
  readonly compute?: (element: GraphmlElement) => unknown;
}

/** What a computed key can be made of. */
export interface GraphmlElement {
  /** Key and id of a node or an edge; "" for the graph. */
  readonly key: string;
  readonly id: string;
  readonly attributes: Attributes;
  readonly isUndirected: boolean;
}

/**
 * The keys of a file, in the order of their data. Where APOC looks for labels and relation types, a key has the id that it
 * looks for (`labels`, `label`) and stands first.
 */
export function graphmlKeys(graph: AnyGraph, options: GraphmlOptions): Record<Domain, GraphmlKey[]> {
  const types = attributeTypes(graph, options);
  const kept = isMixed(graph) ? ["symmetric"] : [];
  const columns = columnsOf(types, kept);
  let count = 0;
  const complete = (domain: Domain, apocId: string): GraphmlKey[] => {
    const own = columns[domain].map(column => ({ ...column, description: renamed(column) }));
    const keys = [...own, ...computedKeys(domain, graph, options, own)];
    const isForApoc = (key: Column) => domain !== "graph" && key.name === apocId;
    const inOrder = [...keys.filter(isForApoc), ...keys.filter(key => !isForApoc(key))];
    return inOrder.map(key => ({ ...key, id: isForApoc(key) ? apocId : `d${count++}` }));
  };
  return { graph: complete("graph", ""), node: complete("node", "labels"), edge: complete("edge", "label") };
}

/** In a file that is directed throughout, the undirected edges of a mixed graph carry `symmetric`. */
export function isMixed(graph: AnyGraph): boolean {
  return graph.type === "mixed" && graph.undirectedSize > 0;
}

/** Ids are unique in the whole file: an edge whose key is a node's as well gets another. */
export function isEdgeId(graph: AnyGraph, key: string): boolean {
  return isAsciiId(key) && !graph.hasNode(key);
}

function attributeTypes(graph: AnyGraph, options: GraphmlOptions): Record<Domain, AttributeTypes> {
  const { graphAttributes, nodeAttributes, edgeAttributes, types } = options;
  return {
    graph: types?.graph ?? inferred(see => see(graphAttributes?.(graph.getAttributes()) ?? graph.getAttributes())),
    node:
      types?.node ??
      inferred(see => {
        graph.forEachNode((key, attributes) => see(nodeAttributes?.(key, attributes) ?? attributes));
      }),
    edge:
      types?.edge ??
      inferred(see => {
        graph.forEachEdge((key, attributes, source, target) =>
          see(edgeAttributes?.(key, attributes, source, target) ?? attributes),
        );
      }),
  };
}

function inferred(visit: (see: (attributes: Attributes) => void) => void): AttributeTypes {
  const inference = new TypeInference();
  visit(attributes => inference.see(attributes));
  return inference.types();
}

function renamed({ attribute, name }: Column): string | undefined {
  return attribute === name ? undefined : renamedMark + JSON.stringify(attribute);
}

type ComputedKey = Omit<GraphmlKey, "id">;

function computedKeys(domain: Domain, graph: AnyGraph, options: GraphmlOptions, own: readonly Column[]): ComputedKey[] {
  const has = (name: string) => own.some(column => column.name === name);
  const keys = additions(domain, graph, options).filter(({ name }) => !has(name));
  if (!options.lossless) return keys;
  const types = new Map(own.map(({ attribute, type }) => [attribute, type]));
  return [
    ...keys,
    computed(domain, "exact_json", "string", ({ key, attributes }) => exactJson(key, attributes, types)),
  ];
}

function additions(domain: Domain, graph: AnyGraph, options: GraphmlOptions): ComputedKey[] {
  if (domain === "graph") return options.additions === false ? [] : graphAdditions(graph);
  return domain === "node" ? nodeAdditions(graph, options) : edgeAdditions(graph, options);
}

function graphAdditions(graph: AnyGraph): ComputedKey[] {
  return [
    computed("graph", "graph_type", "string", () => graph.type),
    computed("graph", "graph_multi", "boolean", () => graph.multi),
    computed("graph", "graph_loops", "boolean", () => graph.allowSelfLoops),
  ];
}

function nodeAdditions(graph: AnyGraph, { additions, nodeLabels }: GraphmlOptions): ComputedKey[] {
  const keys: ComputedKey[] = [];
  if (nodeLabels) keys.push(computed("node", "labels", "string", ({ key, attributes }) => nodeLabels(key, attributes)));
  if (additions !== false) keys.push(computed("node", "label", "string", ({ key }) => key));
  if (additions !== false) keys.push(computed("node", "name", "string", ({ key }) => key));
  if (graph.someNode(key => !isAsciiId(key))) keys.push(keyThatIsNoId("node"));
  return keys;
}

function edgeAdditions(graph: AnyGraph, { additions, edgeLabel }: GraphmlOptions): ComputedKey[] {
  const keys: ComputedKey[] = [];
  if (edgeLabel) {
    for (const name of ["label", "interaction"]) {
      keys.push(computed("edge", name, "string", ({ key, attributes }) => edgeLabel(key, attributes)));
    }
  }
  if (additions !== false) keys.push(computed("edge", "edge_id", "string", ({ id }) => id));
  if (graph.edges().some(key => !isAsciiId(key)) || graph.nodes().some(key => graph.hasEdge(key)))
    keys.push(keyThatIsNoId("edge"));
  if (isMixed(graph)) keys.push(computed("edge", "symmetric", "boolean", ({ isUndirected }) => isUndirected));
  return keys;
}

function keyThatIsNoId(domain: Domain): ComputedKey {
  return computed(domain, `${domain}_key`, "string", ({ key, id }) => (key === id ? "" : key));
}

function computed(domain: Domain, name: string, type: Column["type"], compute: GraphmlKey["compute"]): ComputedKey {
  return { domain, attribute: name, name, type, description: additionMark, compute };
}
