import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import type { Ink } from "./colors.js";

type Drawn = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;
type Type = Pick<Settings, "labelSize" | "labelFont" | "labelWeight">;

/** The page's own fonts for Chinese: a canvas knows no fallback by language. */
export const labelFont =
  '"PingFang SC", "PingFang TC", "Microsoft YaHei", "Microsoft JhengHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK TC", system-ui, sans-serif';

/** A name beside its node, with a rim of paper so that lines behind don't cross it out. */
export function drawLabel(context: CanvasRenderingContext2D, data: Drawn, settings: Type, ink: Ink): void {
  if (!data.label) return;
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = ink.paper;
  context.fillStyle = ink.text;
  const [x, y] = [data.x + data.size + 4, data.y + settings.labelSize / 3];
  context.strokeText(data.label, x, y);
  context.fillText(data.label, x, y);
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
