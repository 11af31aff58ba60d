import type { Attributes } from "graphology-types";

/** Place and colour, as an element of yEd's drawing says them; nothing for most elements. */
export function yedAttributes(name: string, { x, y, color }: Readonly<Record<string, string>>): Attributes {
  const local = localName(name);
  if (local === "Fill" && color) return { color };
  return local === "Geometry" && isNumber(x) && isNumber(y) ? { x: Number(x), y: Number(y) } : {};
}

/** Tell whether the text of an element is shown beside its node or edge. */
export function isYedLabel(name: string): boolean {
  return /^(?:Node|Edge)Label$/.test(localName(name));
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "" && Number.isFinite(Number(text));
}
