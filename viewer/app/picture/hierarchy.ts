import type { Dataset, EdgeItem, NodeItem } from "../data/dataset.js";

/**
 * Places in places: a tree from its roots on top down, where a node hangs from what it lies in, is part of, governs or,
 * failing these, has most to do with. Nodes with no relation at all stand in a row below.
 */
export function hierarchyOfPlaces(dataset: Dataset): Float32Array {
  const parents = parentsOf(dataset);
  const children = new Map<NodeItem, NodeItem[]>();
  for (const [child, parent] of parents) children.set(parent, [...(children.get(parent) ?? []), child]);
  const positions = new Float32Array(dataset.nodes.length * 2);
  const roots = dataset.nodes.filter(node => !parents.has(node));
  const trees = roots.filter(root => children.has(root)).sort(bySubtree(children));
  const alone = roots.filter(root => !children.has(root));

  let left = 0;
  let deepest = 0;
  const place = (node: NodeItem, depth: number): number => {
    deepest = Math.max(deepest, depth);
    const below = (children.get(node) ?? []).sort((one, other) => (one.label < other.label ? -1 : 1));
    const leaves = below.filter(child => !children.has(child));
    const branches = below.filter(child => children.has(child)).map(child => place(child, depth + 1));
    const columns = Math.max(1, Math.ceil(Math.sqrt(leaves.length / 2)));
    leaves.forEach((leaf, rank) => {
      // Leaves hang in a block, else one province with a hundred towns would be as wide as all the rest.
      put(
        positions,
        leaf,
        left + (rank % columns) * columnWidth,
        -(depth + 1) * rowHeight - Math.floor(rank / columns) * leafHeight,
      );
    });
    const own = leaves.length > 0 ? [left + ((columns - 1) * columnWidth) / 2] : [];
    if (leaves.length > 0 || branches.length === 0) left += columns * columnWidth + columnWidth / 2;
    const middles = [...branches, ...own];
    const x = middles.length > 0 ? (Math.min(...middles) + Math.max(...middles)) / 2 : left - columnWidth;
    put(positions, node, x, -depth * rowHeight);
    return x;
  };
  for (const tree of trees) {
    place(tree, 0);
    left += columnWidth;
  }
  const perRow = Math.max(1, Math.round(left / columnWidth));
  alone.forEach((node, rank) =>
    put(
      positions,
      node,
      (rank % perRow) * columnWidth,
      -(deepest + 3) * rowHeight - Math.floor(rank / perRow) * leafHeight,
    ),
  );
  return inProportion(positions);
}

const columnWidth = 40;
const rowHeight = 120;
const leafHeight = 24;

/** A tree of many roots is wide and low: it is drawn out to a window's proportions. */
function inProportion(positions: Float32Array): Float32Array {
  let [right, bottom] = [1, -1];
  positions.forEach((value, at) => {
    if (at % 2 === 0) right = Math.max(right, value);
    else bottom = Math.min(bottom, value);
  });
  const stretch = Math.max(1, (0.7 * right) / -bottom);
  return positions.map((value, at) => (at % 2 === 0 ? value : value * stretch));
}

function put(positions: Float32Array, node: NodeItem, x: number, y: number): void {
  positions[node.index * 2] = x;
  positions[node.index * 2 + 1] = y;
}

/** The parent of each node that has one, without circles. */
function parentsOf(dataset: Dataset): Map<NodeItem, NodeItem> {
  const parents = new Map<NodeItem, NodeItem>();
  for (const stage of [hangsFromTarget, hangsFromStrongest])
    for (const node of dataset.nodes) {
      if (parents.has(node)) continue;
      const parent = stage(node, dataset.edgesAt[node.index]!);
      if (parent && !isAbove(node, parent, parents)) parents.set(node, parent);
    }
  return parents;
}

const upward = ["located_in", "part_of", "governs"];

function hangsFromTarget(node: NodeItem, edges: readonly EdgeItem[]): NodeItem | undefined {
  const outgoing = edges.filter(
    edge => edge.source === node && edge.target !== node && upward.includes(edge.predicate),
  );
  outgoing.sort(
    (one, other) =>
      upward.indexOf(one.predicate) - upward.indexOf(other.predicate) ||
      other.weight - one.weight ||
      (one.key < other.key ? -1 : 1),
  );
  return outgoing[0]?.target;
}

/** Places stay roots: a province doesn't hang from the plan that covers it. */
function hangsFromStrongest(node: NodeItem, edges: readonly EdgeItem[]): NodeItem | undefined {
  if (node.type === "place") return undefined;
  const best = [...edges]
    .filter(edge => edge.source !== edge.target)
    .sort((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1))[0];
  return best && (best.source === node ? best.target : best.source);
}

function isAbove(node: NodeItem, start: NodeItem, parents: ReadonlyMap<NodeItem, NodeItem>): boolean {
  for (let one: NodeItem | undefined = start; one; one = parents.get(one)) if (one === node) return true;
  return false;
}

function bySubtree(children: ReadonlyMap<NodeItem, readonly NodeItem[]>): (left: NodeItem, right: NodeItem) => number {
  const size = (node: NodeItem): number => (children.get(node) ?? []).reduce((sum, child) => sum + size(child), 1);
  return (left, right) => size(right) - size(left) || (left.key < right.key ? -1 : 1);
}
