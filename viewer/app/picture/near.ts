type Point = { readonly x: number; readonly y: number };

/** How far a point lies from a line that bends as sigma's curves do: off its middle by a share of its length. */
export function distanceToLine(point: Point, from: Point, to: Point, bend: number): number {
  const control = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 - (to.x - from.x) * bend,
  };
  const pieces = bend === 0 ? 1 : 8;
  let least = Number.POSITIVE_INFINITY;
  let start = from;
  for (let piece = 1; piece <= pieces; piece++) {
    const end = onCurve(from, control, to, piece / pieces);
    least = Math.min(least, distanceToSegment(point, start, end));
    start = end;
  }
  return least;
}

function onCurve(from: Point, control: Point, to: Point, share: number): Point {
  const rest = 1 - share;
  const at = (axis: "x" | "y") =>
    rest * rest * from[axis] + 2 * rest * share * control[axis] + share * share * to[axis];
  return { x: at("x"), y: at("y") };
}

function distanceToSegment(point: Point, start: Point, end: Point): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const along = ((point.x - start.x) * dx + (point.y - start.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - start.x - share * dx, point.y - start.y - share * dy);
}
