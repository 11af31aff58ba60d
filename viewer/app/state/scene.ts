import type { Dataset, EdgeItem, NodeItem } from "../data/dataset.js";
import { commonNeighbours, type Path, shortestPaths } from "../find/between.js";
import type { View } from "./view.js";
import { type Visible, visibleOf } from "./visible.js";

/** What follows from a view of a dataset: all that is drawn and listed, and nothing that is chosen. */
export interface Scene {
  readonly visible: Visible;
  readonly node: NodeItem | undefined;
  readonly edge: EdgeItem | undefined;
  readonly between: BetweenNodes | undefined;
  /** Indexes of what the selection or the paths bring out; everything else steps back. */
  readonly emphasis: Emphasis | undefined;
}

export interface Emphasis {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

export interface BetweenNodes {
  readonly from: NodeItem;
  readonly to: NodeItem | undefined;
  readonly paths: readonly Path[];
  readonly common: ReturnType<typeof commonNeighbours>;
}

/** Gives the scene of a view; what filters and focus decide is kept for as long as these two stay. */
export function sceneMaker(dataset: Dataset): (view: View) => Scene {
  const visibleFor = keptFor((filters: View["filters"], focus: View["focus"]) => visibleOf(dataset, filters, focus));
  const betweenFor = keptFor((between: View["between"], visible: Visible) => betweenNodes(dataset, visible, between));
  const sceneFor = keptFor(
    (selection: View["selection"], visible: Visible, between: BetweenNodes | undefined): Scene => {
      const node = selection?.kind === "node" ? dataset.nodeOf.get(selection.key) : undefined;
      const edge = selection?.kind === "edge" ? dataset.edgeOf.get(selection.key) : undefined;
      return { visible, node, edge, between, emphasis: emphasisOf(dataset, visible, node, edge, between) };
    },
  );
  return view => {
    const visible = visibleFor(view.filters, view.focus);
    return sceneFor(view.selection, visible, betweenFor(view.between, visible));
  };
}

function keptFor<Arguments extends unknown[], Result>(
  make: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  let last: { readonly given: Arguments; readonly result: Result } | undefined;
  return (...given) => {
    if (!last || given.some((one, index) => one !== last!.given[index])) last = { given, result: make(...given) };
    return last.result;
  };
}

function betweenNodes(dataset: Dataset, visible: Visible, between: View["between"]): BetweenNodes | undefined {
  const from = between && dataset.nodeOf.get(between.from);
  if (!from) return undefined;
  const to = between.to === undefined ? undefined : dataset.nodeOf.get(between.to);
  if (!to) return { from, to, paths: [], common: [] };
  return {
    from,
    to,
    paths: shortestPaths(dataset, visible, from, to),
    common: commonNeighbours(dataset, visible, from, to),
  };
}

function emphasisOf(
  dataset: Dataset,
  visible: Visible,
  node: NodeItem | undefined,
  edge: EdgeItem | undefined,
  between: BetweenNodes | undefined,
): Emphasis | undefined {
  if (node) return around(dataset, visible, node);
  if (edge) return { nodes: new Set([edge.source.index, edge.target.index]), edges: new Set([edge.index]) };
  if (!between?.to) return undefined;
  const steps = between.paths.flat();
  const edges = [...steps.map(step => step.edge), ...between.common.flatMap(common => common.edges)];
  const nodes = edges.flatMap(({ source, target }) => [source.index, target.index]);
  return {
    nodes: new Set([between.from.index, between.to.index, ...nodes]),
    edges: new Set(edges.map(({ index }) => index)),
  };
}

function around(dataset: Dataset, visible: Visible, node: NodeItem): Emphasis {
  const edges = dataset.edgesAt[node.index]!.filter(edge => visible.edges[edge.index]);
  return {
    nodes: new Set([node.index, ...edges.flatMap(({ source, target }) => [source.index, target.index])]),
    edges: new Set(edges.map(({ index }) => index)),
  };
}
