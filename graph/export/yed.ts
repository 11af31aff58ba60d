import type { Attributes } from "graphology-types";
import type { Drawing } from "./graphml.js";
import { xmlText, type XmlLosses } from "./xml-text.js";

/**
 * Drawing instructions for yEd, which shows no label without them: a box with the node's `label` in its `color`, a line with
 * the edge's. yEd's own layouts find the places.
 */
export function yedDrawing(colorOf: (key: string) => string | undefined): Drawing {
  const namespaces = {
    xmlns: "http://graphml.graphdrawing.org/xmlns",
    "xmlns:y": "http://www.yworks.com/xml/graphml",
    "xmlns:yed": "http://www.yworks.com/xml/yed/3",
  };
  return {
    root: Object.entries(namespaces)
      .map(([name, value]) => `${name}="${value}"`)
      .join(" "),
    nodeKey: `yfiles.type="nodegraphics"`,
    edgeKey: `yfiles.type="edgegraphics"`,
    node: (key, attributes) => yedNode(labelOf(attributes) || key, colorOf(key)),
    edge: (_, attributes) => yedEdge(labelOf(attributes), attributes.symmetric === true),
  };
}

function labelOf({ label }: Attributes): string {
  return typeof label === "string" ? label : "";
}

function yedNode(label: string, color = "#d5d5d5"): string {
  const size = `height="30" width="${20 + 12 * Math.min([...label].length, 24)}"`;
  return (
    `<y:ShapeNode><y:Geometry ${size} x="0" y="0"/><y:Fill color="${color}33" transparent="false"/>` +
    `<y:BorderStyle color="${color}" type="line" width="1.0"/><y:NodeLabel>${escaped(label)}</y:NodeLabel>` +
    `<y:Shape type="roundrectangle"/></y:ShapeNode>`
  );
}

function yedEdge(label: string, symmetric: boolean): string {
  const text = label === "" ? "" : `<y:EdgeLabel>${escaped(label)}</y:EdgeLabel>`;
  return `<y:PolyLineEdge><y:Arrows source="none" target="${symmetric ? "none" : "standard"}"/>${text}</y:PolyLineEdge>`;
}

/** The label stands in the node's own data too, where what can't be written is counted. */
function escaped(label: string): string {
  const uncounted: XmlLosses = { stripped: 0, lineBreaks: 0 };
  return xmlText(label, uncounted);
}
