import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Attributes } from "graphology-types";
import type { AnyGraph } from "../graphology.js";
import { aggregatePairs } from "./aggregate.js";

/** Its types describe a default export, which Node.js gives as the module itself. */
const layout = forceAtlas2 as unknown as typeof forceAtlas2.default;

/** Above this the force-directed layout takes minutes, and Gephi does it better. */
const mostNodesToLayOut = 10_000;

/**
 * A copy as Gephi shows it at once: one edge for each pair, and for each node a size, a colour and a position. What the graph
 * has of these stays; a colour is "#rrggbb" in `color`, and stands in the file as r, g, b.
 */
export function gephiGraph(graph: AnyGraph, colorOf: (key: string) => string | undefined): AnyGraph {
  const drawn = aggregatePairs(graph);
  const mustBePlaced = drawn.someNode((_, { x, y }) => typeof x !== "number" || typeof y !== "number");
  drawn.updateEachNodeAttributes((key, attributes) => ({
    ...attributes,
    size: typeof attributes.size === "number" ? attributes.size : 4 + 4 * Math.sqrt(drawn.degree(key)),
    ...rgb(colorOf(key)),
  }));
  if (mustBePlaced) place(drawn);
  return drawn;
}

/** "#3b7a57"  ->  { r: 59, g: 122, b: 87 } */
function rgb(color = ""): Attributes {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!parts) return {};
  const [r, g, b] = parts.slice(1).map(part => Number.parseInt(part, 16));
  return { r, g, b, color: undefined };
}

/** Start from a sunflower's spiral, so that the same graph always gives the same picture. */
function place(graph: AnyGraph): void {
  let index = 0;
  graph.updateEachNodeAttributes((_, attributes) => {
    const radius = 10 * Math.sqrt(++index);
    const angle = index * Math.PI * (3 - Math.sqrt(5));
    return { ...attributes, x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
  if (graph.order > mostNodesToLayOut || graph.size === 0) return;
  const settings = { ...layout.inferSettings(graph.order), barnesHutOptimize: graph.order > 500 };
  layout.assign(graph as never, { iterations: 200, settings });
}
