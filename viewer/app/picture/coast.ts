import type { Sigma } from "sigma";
import { coastlines } from "./geographic.js";
import type { Shown } from "./picture.js";

/** Draw the coastlines behind the graph, where nodes lie by longitude and latitude. */
// biome-ignore lint/suspicious/noExplicitAny: it asks nothing of the graph's attributes.
export function drawCoast(canvas: HTMLCanvasElement, sigma: Sigma<any, any>, { appearance, hasCoast }: Shown): void {
  const context = canvas.getContext("2d")!;
  const { width, height } = sigma.getDimensions();
  const density = window.devicePixelRatio || 1;
  // Setting the size empties the canvas.
  canvas.width = width * density;
  canvas.height = height * density;
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  if (!hasCoast) return;
  context.scale(density, density);
  context.strokeStyle = appearance.ink.coast;
  context.lineWidth = 1.2;
  context.lineJoin = "round";
  // The plane to the screen is linear: three points say how.
  const origin = sigma.graphToViewport({ x: 0, y: 0 });
  const right = sigma.graphToViewport({ x: 1, y: 0 });
  const up = sigma.graphToViewport({ x: 0, y: 1 });
  const transform = new DOMMatrix([
    right.x - origin.x,
    right.y - origin.y,
    up.x - origin.x,
    up.y - origin.y,
    origin.x,
    origin.y,
  ]);
  const path = new Path2D();
  path.addPath(coastPath(), transform);
  context.stroke(path);
}

let kept: Path2D | undefined;

function coastPath(): Path2D {
  if (kept) return kept;
  kept = new Path2D();
  for (const line of coastlines) {
    kept.moveTo(line[0]!, line[1]!);
    for (let at = 2; at < line.length; at += 2) kept.lineTo(line[at]!, line[at + 1]!);
  }
  return kept;
}
