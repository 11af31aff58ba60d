import type { Attributes } from "graphology-types";
import { newGraph, type AnyGraph } from "../graphology.js";
import { isPolicyGraph } from "../serialize.js";
import { aggregatePairs } from "./aggregate.js";
import { asIs, flatten } from "./flatten.js";
import { gephiGraph } from "./gephi.js";
import { graphmlChunks, type GraphmlOptions } from "./graphml.js";
import { labelName, relationName } from "./neo4j.js";
import { yedDrawing } from "./yed.js";

export const graphmlDialects = ["default", "gephi", "yed", "neo4j"] as const;
export type GraphmlDialect = (typeof graphmlDialects)[number];

export interface DialectOptions extends GraphmlOptions {
  /**
   * `gephi`: one edge for each pair, with sizes, colours and positions. `yed`: labels that yEd shows. `neo4j`: labels and
   * relation types as Cypher writes them. `default` is read by all of them, and by everything else.
   */
  readonly dialect?: GraphmlDialect;
  /** One edge for each pair of nodes and direction, in any dialect. */
  readonly aggregate?: boolean;
}

/** Write a graph for the tool that it goes to; of one of our own graphs, the flat view. */
export function* graphmlFor(
  graph: AnyGraph,
  { dialect = "default", aggregate = false, ...options }: DialectOptions = {},
): Generator<string> {
  const view: GraphmlOptions = isPolicyGraph(graph) && !options.lossless ? flatten(graph) : {};
  const colorOf = colors(graph);
  const drawn =
    dialect === "gephi"
      ? gephiGraph(flatCopy(graph, view), colorOf)
      : aggregate
        ? aggregatePairs(flatCopy(graph, view))
        : graph;
  const attributes: GraphmlOptions = drawn === graph ? view : { nodeLabels: view.nodeLabels };
  const names = dialect === "neo4j" ? neo4jNames(attributes) : {};
  const drawing = dialect === "yed" ? yedDrawing(colorOf) : undefined;
  yield* graphmlChunks(drawn, { ...attributes, ...names, drawing, ...options });
}

/** Of a graph that isn't ours, Neo4j gets what stands in `type`, `label` or `kind`. */
function neo4jNames(view: GraphmlOptions): Pick<GraphmlOptions, "nodeLabels" | "edgeLabel" | "edgeAttributes"> {
  const { edgeAttributes } = view;
  return {
    nodeLabels: (_, { entity_type, type, kind }) => `:${labelName(entity_type ?? type ?? kind ?? "Node")}`,
    edgeAttributes: (key, attributes, source, target) => {
      const flat = edgeAttributes?.(key, attributes, source, target) ?? attributes;
      return { ...flat, label: relationName(flat.predicate ?? flat.type ?? flat.label ?? flat.kind ?? "RELATED_TO") };
    },
  };
}

function colors(graph: AnyGraph): (key: string) => string | undefined {
  if (!isPolicyGraph(graph)) return key => hexColor(graph.getNodeAttribute(key, "color"));
  const ofType = new Map(graph.getAttribute("schema").types.map(({ id, color }) => [id, hexColor(color)]));
  return key => ofType.get(graph.getNodeAttribute(key, "type"));
}

/** Anything else could be markup. */
function hexColor(color: unknown): string | undefined {
  return typeof color === "string" && /^#[0-9a-f]{6}$/i.test(color) ? color : undefined;
}

function flatCopy(graph: AnyGraph, view: GraphmlOptions): AnyGraph {
  const {
    graphAttributes = (attributes: Attributes) => attributes,
    nodeAttributes,
    edgeAttributes,
  } = { ...asIs, ...view };
  const copy = newGraph({ type: graph.type, multi: graph.multi, allowSelfLoops: graph.allowSelfLoops });
  copy.replaceAttributes(graphAttributes(graph.getAttributes()));
  graph.forEachNode((key, attributes) => copy.addNode(key, nodeAttributes(key, attributes)));
  graph.forEachEdge((key, attributes, source, target, _from, _to, undirected) => {
    const flat = edgeAttributes(key, attributes, source, target);
    if (undirected) copy.addUndirectedEdgeWithKey(key, source, target, flat);
    else copy.addDirectedEdgeWithKey(key, source, target, flat);
  });
  return copy;
}
