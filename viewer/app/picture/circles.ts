import type { Dataset, NodeItem } from "../data/dataset.js";

/** Each type a disc of its own, the best related nodes in its middle; the discs stand in a ring, the largest on top. */
export function circlesByType(dataset: Dataset): Float32Array {
  const positions = new Float32Array(dataset.nodes.length * 2);
  const groups = dataset.types.map(type =>
    byDegree(
      dataset,
      dataset.nodes.filter(node => node.type === type.id),
    ),
  );
  const radii = groups.map(group => gap * Math.sqrt(group.length) + gap);
  const ring =
    groups.length < 2 ? 0 : Math.max(...radii, radii.reduce((sum, radius) => sum + radius, 0) / Math.PI) * 1.15;
  const turn = (2 * Math.PI) / radii.reduce((sum, radius) => sum + radius, 0);
  let angle = Math.PI / 2;
  groups.forEach((group, index) => {
    angle -= (radii[index]! * turn) / 2;
    const center = [ring * Math.cos(angle), ring * Math.sin(angle)] as const;
    angle -= (radii[index]! * turn) / 2;
    group.forEach((node, rank) => {
      const distance = gap * Math.sqrt(rank);
      positions[node.index * 2] = center[0] + distance * Math.cos(rank * goldenAngle);
      positions[node.index * 2 + 1] = center[1] + distance * Math.sin(rank * goldenAngle);
    });
  });
  return positions;
}

const gap = 10;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

function byDegree(dataset: Dataset, nodes: readonly NodeItem[]): NodeItem[] {
  const degree = (node: NodeItem) => dataset.edgesAt[node.index]!.length;
  return [...nodes].sort((left, right) => degree(right) - degree(left) || (left.key < right.key ? -1 : 1));
}
