import type { Dataset, EdgeItem, NodeItem } from "../data/dataset.js";
import type { Filters, Focus } from "./view.js";

/** What of a dataset is to be seen: one byte for each node and edge, and what the legend counts. */
export interface Visible {
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;
  /** Visible edges at each node. */
  readonly degrees: Uint32Array;
  readonly order: number;
  readonly size: number;
}

/**
 * Apply filters and focus. An edge is visible where it passes and both of its ends do; the least degree is asked of the
 * edges that are left then; a focus comes last, and keeps its own node whatever the filters say.
 */
export function visibleOf(dataset: Dataset, filters: Filters, focus: Focus | undefined): Visible {
  const passes = passesOf(filters);
  const hiddenTypes = new Set(filters.hiddenTypes);
  const hiddenPredicates = new Set(filters.hiddenPredicates);
  const center = focus && dataset.nodeOf.get(focus.node);

  const nodes = Uint8Array.from(dataset.nodes, node =>
    Number(node === center || (!hiddenTypes.has(node.type) && passes(node))),
  );
  const edges = new Uint8Array(dataset.edges.length);
  for (const edge of dataset.edges) {
    const isShown =
      nodes[edge.source.index] && nodes[edge.target.index] && !hiddenPredicates.has(edge.predicate) && passes(edge);
    edges[edge.index] = isShown ? 1 : 0;
  }
  if (filters.isChangedOnly) keepEndsOfChanges(dataset, nodes, edges);
  if (filters.minDegree > 0) keepDegreesFrom(filters.minDegree, dataset, nodes, edges, center);
  if (focus && center) keepNear(center, focus.depth, dataset, nodes, edges);
  return counted(dataset, nodes, edges);
}

function passesOf(filters: Filters): (item: NodeItem | EdgeItem) => boolean {
  const { from, to, isUndatedHidden, hiddenSources } = filters;
  const isEverySourceShown = hiddenSources.length === 0;
  return item => {
    const { first, last } = item;
    if (first === undefined || last === undefined) {
      if (isUndatedHidden) return false;
    } else {
      if (from !== undefined && last.slice(0, 10) < from) return false;
      if (to !== undefined && first.slice(0, 10) > to) return false;
    }
    return (
      isEverySourceShown || item.sources.length === 0 || item.sources.some(source => !hiddenSources.includes(source))
    );
  };
}

function keepEndsOfChanges(dataset: Dataset, nodes: Uint8Array, edges: Uint8Array): void {
  const keeps = Uint8Array.from(dataset.nodes, node => Number(node.change !== undefined));
  for (const edge of dataset.edges) {
    if (edge.change === undefined) edges[edge.index] = 0;
    if (edges[edge.index]) keeps[edge.source.index] = keeps[edge.target.index] = 1;
  }
  for (let index = 0; index < nodes.length; index++) nodes[index]! &= keeps[index]!;
}

function keepDegreesFrom(
  least: number,
  dataset: Dataset,
  nodes: Uint8Array,
  edges: Uint8Array,
  center: NodeItem | undefined,
): void {
  const degrees = degreesOf(dataset, edges);
  for (const node of dataset.nodes) if (degrees[node.index]! < least && node !== center) nodes[node.index] = 0;
  dropLooseEdges(dataset, nodes, edges);
}

function keepNear(center: NodeItem, depth: number, dataset: Dataset, nodes: Uint8Array, edges: Uint8Array): void {
  const reached = new Set([center]);
  let rim = [center];
  for (let step = 0; step < depth; step++) {
    rim = rim
      .flatMap(node =>
        dataset.edgesAt[node.index]!.filter(edge => edges[edge.index]).map(edge =>
          edge.source === node ? edge.target : edge.source,
        ),
      )
      .filter(node => !reached.has(node) && Boolean(reached.add(node)));
  }
  for (const node of dataset.nodes) if (!reached.has(node)) nodes[node.index] = 0;
  dropLooseEdges(dataset, nodes, edges);
}

function dropLooseEdges(dataset: Dataset, nodes: Uint8Array, edges: Uint8Array): void {
  for (const edge of dataset.edges) if (!nodes[edge.source.index] || !nodes[edge.target.index]) edges[edge.index] = 0;
}

function degreesOf(dataset: Dataset, edges: Uint8Array): Uint32Array {
  const degrees = new Uint32Array(dataset.nodes.length);
  for (const edge of dataset.edges) {
    if (!edges[edge.index]) continue;
    degrees[edge.source.index]!++;
    if (edge.target !== edge.source) degrees[edge.target.index]!++;
  }
  return degrees;
}

function counted(dataset: Dataset, nodes: Uint8Array, edges: Uint8Array): Visible {
  return { nodes, edges, degrees: degreesOf(dataset, edges), order: sum(nodes), size: sum(edges) };
}

function sum(bytes: Uint8Array): number {
  let total = 0;
  for (const byte of bytes) total += byte;
  return total;
}
