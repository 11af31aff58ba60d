import type { SerializedGraph } from "graphology-types";
import type { EdgeItem, NodeItem } from "../data/dataset.js";

/** The part of a serialized graph that holds the given nodes and edges, attributes and all. */
export function graphOf(
  graph: SerializedGraph,
  nodes: readonly NodeItem[],
  edges: readonly EdgeItem[],
): SerializedGraph {
  const nodeKeys = new Set(nodes.map(node => node.key));
  const edgeKeys = new Set(edges.map(edge => edge.key));
  return {
    ...graph,
    nodes: graph.nodes.filter(node => nodeKeys.has(node.key)),
    edges: graph.edges.filter((edge, index) => edgeKeys.has(edge.key ?? `${edge.source}-${edge.target}-${index}`)),
  };
}
