import type { Dataset, EdgeItem, NodeItem } from "../data/dataset.js";
import type { Visible } from "../state/visible.js";

/** A way from one node to another: each step an edge, and the node that it leads to. */
export type Path = readonly PathStep[];

export interface PathStep {
  readonly edge: EdgeItem;
  readonly node: NodeItem;
}

/**
 * The shortest paths between two nodes, over visible edges in either direction, at most `most` of them. Parallel edges are
 * one step: that with most documents behind it. Empty where no way leads there.
 */
export function shortestPaths(dataset: Dataset, visible: Visible, from: NodeItem, to: NodeItem, most = 10): Path[] {
  const steps = stepsBack(dataset, visible, from, to);
  const paths: Path[] = [];
  const walk = (node: NodeItem, path: Path): void => {
    if (paths.length >= most) return;
    if (node === from) paths.push(path);
    else for (const { edge, before } of steps.get(node) ?? []) walk(before, [{ edge, node }, ...path]);
  };
  if (from !== to) walk(to, []);
  return paths;
}

/** The visible neighbours that two nodes share, those with most documents behind them first. */
export function commonNeighbours(dataset: Dataset, visible: Visible, first: NodeItem, second: NodeItem): Common[] {
  const ofFirst = strongestByNeighbour(dataset, visible, first);
  const ofSecond = strongestByNeighbour(dataset, visible, second);
  return [...ofFirst]
    .flatMap(([node, edge]) => {
      const other = ofSecond.get(node);
      return other && node !== first && node !== second ? [{ node, edges: [edge, other] as const }] : [];
    })
    .sort((left, right) => weight(right) - weight(left) || (left.node.key < right.node.key ? -1 : 1));
}

export interface Common {
  readonly node: NodeItem;
  readonly edges: readonly [EdgeItem, EdgeItem];
}

interface StepBack {
  readonly edge: EdgeItem;
  readonly before: NodeItem;
}

/** For each node that a shortest path may pass, the steps that lead to it. Stops at the ring in which `to` lies. */
function stepsBack(dataset: Dataset, visible: Visible, from: NodeItem, to: NodeItem): Map<NodeItem, StepBack[]> {
  const steps = new Map<NodeItem, StepBack[]>([[from, []]]);
  let rim = [from];
  while (rim.length > 0 && !steps.has(to)) {
    const next = new Map<NodeItem, StepBack[]>();
    for (const before of rim)
      for (const [node, edge] of strongestByNeighbour(dataset, visible, before)) {
        if (steps.has(node)) continue;
        const known = next.get(node);
        if (known) known.push({ edge, before });
        else next.set(node, [{ edge, before }]);
      }
    for (const [node, found] of next) steps.set(node, found);
    rim = [...next.keys()];
  }
  return steps;
}

function strongestByNeighbour(dataset: Dataset, visible: Visible, node: NodeItem): Map<NodeItem, EdgeItem> {
  const strongest = new Map<NodeItem, EdgeItem>();
  for (const edge of dataset.edgesAt[node.index]!) {
    if (!visible.edges[edge.index]) continue;
    const neighbour = edge.source === node ? edge.target : edge.source;
    const known = strongest.get(neighbour);
    if (!known || edge.weight > known.weight) strongest.set(neighbour, edge);
  }
  return strongest;
}

function weight({ edges }: Common): number {
  return edges[0].weight + edges[1].weight;
}
