import { coordinates, outlines } from "virtual:geography";
import type { Dataset, EdgeItem, NodeItem } from "../data/dataset.js";

export interface GeographicLayout {
  readonly positions: Float32Array;
  /** How many nodes have no place themselves, and lie near what they are related to. */
  readonly unplaced: number;
}

/**
 * Places where they lie, on Mercator's map; everything else beside the place that it belongs to, in a spiral around it.
 * What no way connects to a place stands in rows below.
 */
export function geographic(dataset: Dataset): GeographicLayout {
  const positions = new Float32Array(dataset.nodes.length * 2);
  const anchors = new Map<NodeItem, Anchor>();
  for (const node of dataset.nodes) {
    const at = coordinatesOf(node);
    if (at) anchors.set(node, projected(at));
  }
  const placed = anchors.size;
  spread(dataset, anchors);

  const frame = frameOf([...anchors.values()]);
  const gap = frame.width / 50;
  const crowd = new Map<string, number>();
  let rank = 0;
  for (const node of dataset.nodes) {
    const anchor = anchors.get(node);
    const [x, y] = anchor
      ? besides(anchor, gap, crowd)
      : [frame.left + (rank % 40) * 2 * gap, frame.bottom - (4 + Math.floor(rank++ / 40) * 2) * gap];
    positions[node.index * 2] = x;
    positions[node.index * 2 + 1] = y;
  }
  return { positions, unplaced: dataset.nodes.length - placed };
}

type Anchor = readonly [number, number];

/** Longitude and latitude in degrees to the plane, in the same measure at the equator. */
export function projected([longitude, latitude]: Anchor): Anchor {
  const bounded = Math.max(-80, Math.min(80, latitude));
  return [longitude, (Math.log(Math.tan(Math.PI / 4 + (bounded * Math.PI) / 360)) * 180) / Math.PI];
}

/** The coastlines on the same plane: x and y by turns. */
export const coastlines: readonly Float32Array[] = outlines.map(line => {
  const points = new Float32Array(line.length);
  for (let at = 0; at < line.length; at += 2) points.set(projected([line[at]! / 10, line[at + 1]! / 10]), at);
  return points;
});

/** What the graph says, else the gazetteer's place; a county or a township lies where its prefecture or province does. */
function coordinatesOf(node: NodeItem): Anchor | undefined {
  if (node.coordinates) return node.coordinates;
  const code = /^place:(\d{6})/.exec(node.key)?.[1];
  const above = code
    ? [`place:${code.slice(0, 4)}00`, `place:${code.slice(0, 2)}0000`]
    : [node.key.replace(/-\d+$/, "")];
  const keys = [node.key, ...above];
  const known = keys.map(key => coordinates[key]).find(Boolean);
  return known && [known[0] / 100, known[1] / 100];
}

/** Let each node without a place lie with the one neighbour that tells most of where it belongs, ring by ring. */
function spread(dataset: Dataset, anchors: Map<NodeItem, Anchor>): void {
  for (let ring = 0; ring < 6; ring++) {
    const found: [NodeItem, Anchor][] = [];
    for (const node of dataset.nodes) {
      if (anchors.has(node)) continue;
      const anchored = dataset.edgesAt[node.index]!.filter(edge => anchors.has(otherEnd(edge, node)));
      const best = anchored.sort(byNearness)[0];
      if (best) found.push([node, anchors.get(otherEnd(best, node))!]);
    }
    if (found.length === 0) return;
    for (const [node, anchor] of found) anchors.set(node, anchor);
  }
}

function otherEnd({ source, target }: EdgeItem, node: NodeItem): NodeItem {
  return source === node ? target : source;
}

/** An official belongs where the post is, not in the middle of all places that were visited. */
const near = ["located_in", "governs", "part_of", "holds_position", "covers", "connects", "launches", "issues"];

function byNearness(one: EdgeItem, other: EdgeItem): number {
  const rank = ({ predicate }: EdgeItem) => (near.includes(predicate) ? near.indexOf(predicate) : near.length);
  return rank(one) - rank(other) || other.weight - one.weight || (one.key < other.key ? -1 : 1);
}

function besides(anchor: Anchor, gap: number, crowd: Map<string, number>): Anchor {
  const spot = anchor.map(value => Math.round(value / gap)).join();
  const rank = crowd.get(spot) ?? 0;
  crowd.set(spot, rank + 1);
  const distance = gap * Math.sqrt(rank);
  const angle = rank * Math.PI * (3 - Math.sqrt(5));
  return [anchor[0] + distance * Math.cos(angle), anchor[1] + distance * Math.sin(angle)];
}

interface Frame {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
}

/** Around all that has a place; at least some provinces wide. */
function frameOf(points: readonly Anchor[]): Frame {
  let [left, right, bottom] = [180, -180, 90];
  for (const [x, y] of points) [left, right, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(bottom, y)];
  return points.length > 0 ? { left, bottom, width: Math.max(right - left, 8) } : { left: 100, bottom: 20, width: 40 };
}
