import type { Attributes } from "graphology-types";
import type { AnyGraph } from "../graphology.js";

/**
 * JSON in the form of networkx and d3, with nested attributes and all evidence: `nx.node_link_graph(data, edges="links")`.
 *
 * An attribute that has the name of a field (`id`, `source`, `target`, `key`) gets a "_" behind it. In a mixed graph the
 * undirected edges carry `symmetric`, since networkx knows one direction for all.
 */
export function* nodeLinkJson(graph: AnyGraph): Generator<string> {
  const head = { directed: graph.type !== "undirected", multigraph: graph.multi, graph: graph.getAttributes() };
  yield `${JSON.stringify(head).slice(0, -1)},\n"nodes":[`;
  let separator = "\n";
  for (const { node, attributes } of graph.nodeEntries()) {
    yield separator + JSON.stringify({ ...withoutFields(attributes), id: node });
    separator = ",\n";
  }
  yield `],\n"links":[`;
  separator = "\n";
  for (const { edge, source, target, undirected, attributes } of graph.edgeEntries()) {
    const symmetric = graph.type === "mixed" && undirected ? { symmetric: true } : {};
    yield separator + JSON.stringify({ ...withoutFields(attributes), ...symmetric, source, target, key: edge });
    separator = ",\n";
  }
  yield "]}\n";
}

function withoutFields(attributes: Attributes): Attributes {
  const entries = Object.entries(attributes);
  return Object.fromEntries(
    entries.map(([name, value]) => [/^(?:id|source|target|key)$/.test(name) ? `${name}_` : name, value]),
  );
}
