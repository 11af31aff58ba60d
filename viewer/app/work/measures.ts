import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import betweennessModule from "graphology-metrics/centrality/betweenness.js";
import type { GraphArrays } from "./messages.js";

// Under Node's module resolution TypeScript takes the whole module of a CommonJS package for its default export.
const louvain = louvainModule as unknown as typeof louvainModule.default;
const betweennessCentrality = betweennessModule as unknown as typeof betweennessModule.default;

/** The community of each node by Louvain's method, the largest first; the same graph always gives the same ones. */
export function communitiesOf(graph: GraphArrays): Float32Array {
  const found = louvain(graphOf(graph), { rng: repeatable(), getEdgeWeight: "weight" });
  const sizes = new Map<number, number>();
  for (const community of Object.values(found)) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const ranks = new Map(
    [...sizes]
      .sort(([one, size], [other, otherSize]) => otherSize - size || one - other)
      .map(([community], rank) => [community, rank]),
  );
  return Float32Array.from({ length: graph.order }, (_, node) => ranks.get(found[node]!)!);
}

/** How many shortest paths lead over each node, as a share of all. */
export function betweennessOf(graph: GraphArrays): Float32Array {
  const found = betweennessCentrality(graphOf(graph), { normalized: true, getEdgeWeight: null });
  return Float32Array.from({ length: graph.order }, (_, node) => found[node] ?? 0);
}

function graphOf({ order, sources, targets, weights }: GraphArrays): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let node = 0; node < order; node++) graph.addNode(String(node));
  sources.forEach((source, edge) => {
    const target = targets[edge]!;
    if (source === target) return;
    graph.updateEdge(String(source), String(target), said => ({ weight: (said["weight"] ?? 0) + weights[edge]! }));
  });
  return graph;
}

/** A small generator of numbers in [0, 1) that starts the same each time (mulberry32). */
function repeatable(): () => number {
  let state = 20_230_809;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
