import type { NodeItem } from "../data/dataset.js";

/**
 * Where nodes lie before they are arranged: on a spiral, in an order that only their keys and degrees decide, so that the
 * same graph always starts, and ends, as the same picture.
 */
export function startPositions(nodes: readonly NodeItem[], degreeOf: (node: NodeItem) => number): Float32Array {
  const order = [...nodes].sort((left, right) => degreeOf(right) - degreeOf(left) || (left.key < right.key ? -1 : 1));
  const positions = new Float32Array(nodes.length * 2);
  order.forEach((node, rank) => {
    const radius = 10 * Math.sqrt(rank + 0.5);
    const angle = rank * goldenAngle;
    positions[node.index * 2] = radius * Math.cos(angle);
    positions[node.index * 2 + 1] = radius * Math.sin(angle);
  });
  return positions;
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5));
