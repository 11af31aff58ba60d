import type { AnyGraph } from "../../graph/graphology.js";

/** Kind, attributes, nodes and edges of a graph, with nothing left to defaults: equal for equal graphs. */
export function contentOf(graph: AnyGraph) {
  const { attributes, nodes, options } = graph.export();
  return {
    options,
    attributes,
    nodes: nodes.map(({ key, attributes = {} }) => ({ key, attributes })),
    edges: graph.mapEdges((key, attributes, source, target, _from, _to, undirected) => ({
      key,
      source,
      target,
      undirected,
      attributes,
    })),
  };
}
