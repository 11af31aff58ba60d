import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { GraphArrays } from "./messages.js";

/** Columns of the matrices that ForceAtlas2 works on. */
const nodeColumns = 10;
const edgeColumns = 3;

/**
 * Arrange a graph by its relations with ForceAtlas2: always the same number of rounds from the same start, so that the same
 * graph gives the same picture. Tells of progress some times a second; the positions that it gives then may be shown.
 */
export function arrangeByForce(
  graph: GraphArrays,
  start: Float32Array,
  tell: (progress: number, positions: Float32Array) => void,
): void {
  const nodes = nodeMatrix(graph, start);
  const edges = edgeMatrix(graph);
  const settings = settingsFor(graph.order);
  const rounds = roundsFor(graph.order);
  let told = performance.now();
  for (let round = 1; round <= rounds; round++) {
    iterate(settings, nodes, edges);
    const isLast = round === rounds;
    if (!isLast && performance.now() - told < pause) continue;
    tell(round / rounds, positionsOf(nodes));
    told = performance.now();
  }
}

/** Milliseconds between two tellings. */
const pause = 250;

/** Small graphs settle fully; of large ones the coarse shape is there after a few dozen rounds, and more take minutes. */
export function roundsFor(order: number): number {
  return Math.round(Math.min(600, Math.max(20, 300_000 / Math.max(order, 1))));
}

function settingsFor(order: number): object {
  return {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 0.5,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.5,
    slowDown: 1 + Math.log(Math.max(order, 1)),
    barnesHutOptimize: order > 1000,
    // Far nodes are taken together the sooner the more there are.
    barnesHutTheta: order > 4000 ? 1.2 : 0.6,
  };
}

function nodeMatrix({ order, sources, targets }: GraphArrays, start: Float32Array): Float32Array {
  const matrix = new Float32Array(order * nodeColumns);
  for (let node = 0; node < order; node++) {
    const row = node * nodeColumns;
    matrix[row] = start[node * 2]!;
    matrix[row + 1] = start[node * 2 + 1]!;
    // Mass, convergence and size.
    matrix[row + 6] = matrix[row + 7] = matrix[row + 8] = 1;
  }
  for (const ends of [sources, targets]) for (const node of ends) matrix[node * nodeColumns + 6]! += 1;
  return matrix;
}

function edgeMatrix({ sources, targets, weights }: GraphArrays): Float32Array {
  const matrix = new Float32Array(sources.length * edgeColumns);
  sources.forEach((source, edge) => {
    matrix[edge * edgeColumns] = source * nodeColumns;
    matrix[edge * edgeColumns + 1] = targets[edge]! * nodeColumns;
    matrix[edge * edgeColumns + 2] = weights[edge]!;
  });
  return matrix;
}

function positionsOf(nodes: Float32Array): Float32Array {
  const positions = new Float32Array((nodes.length / nodeColumns) * 2);
  for (let node = 0; node < positions.length / 2; node++) {
    positions[node * 2] = nodes[node * nodeColumns]!;
    positions[node * 2 + 1] = nodes[node * nodeColumns + 1]!;
  }
  return positions;
}
