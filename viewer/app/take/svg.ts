import type { EdgeItem, NodeItem } from "../data/dataset.js";
import type { Appearance } from "../picture/appearance.js";
import { curvatures } from "../picture/curves.js";
import { coastlines } from "../picture/geographic.js";
import { labelFont } from "../picture/labels.js";

/** Where nodes lie and how everything looks. */
export interface Drawing {
  readonly positions: Float32Array;
  readonly appearance: Appearance;
  readonly edgeLabel: (edge: EdgeItem) => string;
  readonly hasCoast: boolean;
}

/** The picture as a drawing that scales: 1600 by 1200 units, the given nodes fitted into it, names beside the larger ones. */
export function svgOf(nodes: readonly NodeItem[], edges: readonly EdgeItem[], drawing: Drawing): string {
  const { appearance } = drawing;
  const { ink } = appearance;
  const place = fitted(nodes, drawing.positions);
  const bends = curvatures(edges);
  const lines = edges
    .filter(edge => edge.source !== edge.target)
    .map(edge => {
      const path = linePath(place(edge.source), place(edge.target), bends.get(edge) ?? 0);
      const head = edge.isSymmetric ? "" : arrowHead(path, appearance.nodeSize(edge.target), appearance.edgeSize(edge));
      return `<g stroke="${appearance.edgeColor(edge)}" fill="${appearance.edgeColor(edge)}"><path d="${path.d}" fill="none" stroke-width="${short(appearance.edgeSize(edge))}"/>${head}</g>`;
    });
  const circles = nodes.map(node => {
    const [x, y] = place(node);
    return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(appearance.nodeSize(node))}" fill="${appearance.nodeColor(node)}"><title>${escaped(node.label)}</title></circle>`;
  });
  const names = namedNodes(nodes, appearance).map(node => {
    const [x, y] = place(node);
    return `<text x="${short(x + appearance.nodeSize(node) + 4)}" y="${short(y + 4.5)}">${escaped(node.label)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="100%" height="100%" fill="${ink.paper}"/>
${drawing.hasCoast ? coast(nodes, drawing) : ""}
<g stroke-linecap="round">${lines.join("\n")}</g>
<g stroke="${ink.paper}">${circles.join("\n")}</g>
<g font-family='${labelFont.replaceAll("'", "")}' font-size="13" font-weight="500" fill="${ink.text}" stroke="${ink.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${names.join("\n")}</g>
</svg>
`;
}

const width = 1600;
const height = 1200;
const margin = 60;

type Point = readonly [number, number];
type Place = (node: NodeItem) => Point;

function fitted(nodes: readonly NodeItem[], positions: Float32Array): Place {
  const at = plane(nodes, positions);
  return node => at([positions[node.index * 2]!, positions[node.index * 2 + 1]!]);
}

/** From the plane in which nodes lie, y upwards, to the drawing. */
function plane(nodes: readonly NodeItem[], positions: Float32Array): (point: Point) => Point {
  let [left, right, bottom, top] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { index } of nodes) {
    const [x, y] = [positions[index * 2]!, positions[index * 2 + 1]!];
    [left, right, bottom, top] = [Math.min(left, x), Math.max(right, x), Math.min(bottom, y), Math.max(top, y)];
  }
  const scale = Math.min((width - 2 * margin) / (right - left || 1), (height - 2 * margin) / (top - bottom || 1));
  const [middleX, middleY] = [(left + right) / 2, (bottom + top) / 2];
  return ([x, y]) => [width / 2 + (x - middleX) * scale, height / 2 - (y - middleY) * scale];
}

interface Line {
  readonly d: string;
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
}

function linePath(from: Point, to: Point, bend: number): Line {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const control: Point = [(from[0] + to[0]) / 2 + dy * bend, (from[1] + to[1]) / 2 - dx * bend];
  const point = ([x, y]: Point) => `${short(x)} ${short(y)}`;
  return {
    d: bend === 0 ? `M${point(from)}L${point(to)}` : `M${point(from)}Q${point(control)} ${point(to)}`,
    from,
    control,
    to,
  };
}

function arrowHead({ control, to }: Line, radius: number, thickness: number): string {
  const angle = Math.atan2(to[1] - control[1], to[0] - control[0]);
  const length = 5 + 2 * thickness;
  const tip: Point = [to[0] - (radius + 1) * Math.cos(angle), to[1] - (radius + 1) * Math.sin(angle)];
  const corner = (side: number) =>
    `${short(tip[0] - length * Math.cos(angle + side))} ${short(tip[1] - length * Math.sin(angle + side))}`;
  return `<path stroke="none" d="M${short(tip[0])} ${short(tip[1])}L${corner(0.4)}L${corner(-0.4)}Z"/>`;
}

/** Names of thousands of nodes would cover each other: the largest are named. */
function namedNodes(nodes: readonly NodeItem[], appearance: Appearance): NodeItem[] {
  return [...nodes]
    .sort((one, other) => appearance.nodeSize(other) - appearance.nodeSize(one) || (one.key < other.key ? -1 : 1))
    .slice(0, 250);
}

function coast(nodes: readonly NodeItem[], { positions, appearance }: Drawing): string {
  const at = plane(nodes, positions);
  const lines = coastlines.map(line => {
    const points: string[] = [];
    for (let index = 0; index < line.length; index += 2)
      points.push(
        at([line[index]!, line[index + 1]!])
          .map(short)
          .join(" "),
      );
    return `M${points.join("L")}`;
  });
  return `<path fill="none" stroke="${appearance.ink.coast}" d="${lines.join("")}"/>`;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Names come from pages: markup in them is text. Characters that XML has no way to say are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
