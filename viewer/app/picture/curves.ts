import type { EdgeItem } from "../data/dataset.js";

/**
 * How far each edge bends, so that edges between the same two nodes lie apart: a single one is straight, an odd number has
 * one straight in the middle. Bending is seen from the source, so an edge the other way bends to its own other side.
 */
export function curvatures(edges: readonly EdgeItem[]): Map<EdgeItem, number> {
  const bundles = new Map<string, EdgeItem[]>();
  for (const edge of edges) {
    const id = [edge.source.index, edge.target.index].sort((one, other) => one - other).join("-");
    const bundle = bundles.get(id);
    if (bundle) bundle.push(edge);
    else bundles.set(id, [edge]);
  }
  const bends = new Map<EdgeItem, number>();
  for (const bundle of bundles.values()) {
    if (bundle.length < 2) continue;
    const step = Math.min(0.28, 1.2 / bundle.length);
    bundle.forEach((edge, rank) => {
      const bend = (rank - (bundle.length - 1) / 2) * step;
      const isForward = edge.source.index < edge.target.index;
      if (bend !== 0) bends.set(edge, isForward ? bend : -bend);
    });
  }
  return bends;
}
