import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import type { Ink } from "./colors.js";

type Drawn = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;
type Type = Pick<Settings, "labelSize" | "labelFont" | "labelWeight">;

/** The page's own fonts for Chinese: a canvas knows no fallback by language. */
export const labelFont =
  '"PingFang SC", "PingFang TC", "Microsoft YaHei", "Microsoft JhengHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK TC", system-ui, sans-serif';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/**
 * The names of one frame, none over another: a name goes to the right of its node, else left, below, above, else nowhere;
 * a side where the picture's edge would cut it comes last.
 */
export class Labels {
  private taken: Box[] = [];

  /** Begin a frame. */
  clear(): void {
    this.taken = [];
  }

  draw(context: CanvasRenderingContext2D, data: Drawn, { labelWeight, labelSize, labelFont }: Type, ink: Ink): void {
    if (!data.label) return;
    const label = shortened(data.label);
    context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
    const box = this.room(data, context.measureText(label).width, labelSize, context.canvas.clientWidth);
    if (!box) return;
    // A rim of paper, so that lines behind don't cross the name out.
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = ink.paper;
    context.fillStyle = ink.text;
    context.strokeText(label, box.left, box.top + labelSize);
    context.fillText(label, box.left, box.top + labelSize);
  }

  private room({ x, y, size }: Drawn, width: number, height: number, across: number): Box | undefined {
    const middle = y - height * 0.65;
    const boxes = [
      { left: x + size + 4, top: middle, width },
      { left: x - size - 4 - width, top: middle, width },
      { left: x - width / 2, top: y + size + 1, width },
      { left: x - width / 2, top: y - size - height - 5, width },
    ];
    const free = boxes.filter(box => !this.taken.some(other => touch(box, other, height + 3)));
    const chosen = free.find(({ left }) => left >= 0 && left + width <= across) ?? free[0];
    if (chosen) this.taken.push(chosen);
    return chosen;
  }
}

function touch(one: Box, other: Box, height: number): boolean {
  const isApart =
    one.left + one.width < other.left || other.left + other.width < one.left || Math.abs(one.top - other.top) > height;
  return !isApart;
}

/** Titles of plans are sentences: the whole of them is on the plate and in the panel. */
function shortened(label: string): string {
  return label.length > 18 ? `${label.slice(0, 17)}…` : label;
}

/** The node under the pointer, or selected: a ring, and its name on a plate. */
export function drawHover(context: CanvasRenderingContext2D, data: Drawn, settings: Type, ink: Ink): void {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
  context.lineWidth = 2;
  context.strokeStyle = ink.accent;
  context.stroke();
  if (!data.label) return;
  const size = settings.labelSize;
  context.font = `600 ${size}px ${settings.labelFont}`;
  const [x, width] = [data.x + data.size + 5, context.measureText(data.label).width];
  context.beginPath();
  context.roundRect(x - 3, data.y - size * 0.85, width + 10, size * 1.7, 4);
  context.fillStyle = ink.paper;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = ink.edge;
  context.stroke();
  context.fillStyle = ink.text;
  context.fillText(data.label, x + 2, data.y + size / 3);
}
