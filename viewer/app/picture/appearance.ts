import type { Change, Dataset, EdgeItem, NodeItem } from "../data/dataset.js";
import { spareColors } from "../data/kinds.js";
import type { Scene } from "../state/scene.js";
import type { View } from "../state/view.js";
import { type Ink, inks, onPaper } from "./colors.js";

/** How nodes and edges are drawn, on the screen and in saved pictures alike. */
export interface Appearance {
  readonly ink: Ink;
  readonly nodeColor: (node: NodeItem) => string;
  readonly nodeSize: (node: NodeItem) => number;
  readonly edgeColor: (edge: EdgeItem) => string;
  readonly edgeSize: (edge: EdgeItem) => number;
}

/** One number a node, as the worker found them. */
export interface Measures {
  readonly communities?: Float32Array | undefined;
  readonly betweenness?: Float32Array | undefined;
}

export interface Looks extends Pick<View, "colorBy" | "sizeBy"> {
  readonly theme: "light" | "dark";
  readonly measures: Measures;
}

export function appearanceOf(dataset: Dataset, scene: Scene, { colorBy, sizeBy, theme, measures }: Looks): Appearance {
  const ink = inks[theme];
  const colorOf = nodeColoring(dataset, colorBy, theme, measures);
  const sizeOf = nodeSizing(dataset, scene, sizeBy, measures);
  const { emphasis } = scene;
  const mayFade = fadesAround(dataset);
  return {
    ink,
    nodeColor: node => (mayFade && emphasis && !emphasis.nodes.has(node.index) ? ink.faded : colorOf(node)),
    nodeSize: sizeOf,
    edgeColor: edge => {
      if (emphasis?.edges.has(edge.index)) return edge === scene.edge || scene.between ? ink.accent : ink.edgeStrong;
      if (mayFade && emphasis) return ink.fadedEdge;
      return colorBy === "change" && edge.change ? ink[edge.change] : ink.edge;
    },
    edgeSize: edge => (emphasis?.edges.has(edge.index) ? 2 : 1) + Math.min(2, Math.log2(edge.weight) * 0.6),
  };
}

/** In large graphs only what is brought out is drawn anew, so that choosing a node stays quick; the rest doesn't step back. */
export function fadesAround(dataset: Dataset): boolean {
  return dataset.nodes.length + dataset.edges.length <= 20_000;
}

/** The colours of communities; those behind the twelfth share grey. */
export function communityColor(rank: number, theme: "light" | "dark"): string {
  return onPaper(spareColors[rank] ?? "#8a8a86", theme);
}

export function changeColor(change: Change | undefined, theme: "light" | "dark"): string {
  return change ? inks[theme][change] : onPaper("#8a8a86", theme);
}

function nodeColoring(
  dataset: Dataset,
  colorBy: View["colorBy"],
  theme: "light" | "dark",
  { communities }: Measures,
): (node: NodeItem) => string {
  if (colorBy === "change") return node => changeColor(node.change, theme);
  if (colorBy === "community" && communities) return node => communityColor(communities[node.index]!, theme);
  const colors = new Map(dataset.types.map(type => [type.id, onPaper(type.color, theme)]));
  return node => colors.get(node.type)!;
}

function nodeSizing(
  dataset: Dataset,
  scene: Scene,
  sizeBy: View["sizeBy"],
  { betweenness }: Measures,
): (node: NodeItem) => number {
  const [least, most] = dataset.nodes.length > 5000 ? [1.5, 10] : [3.5, 17];
  if (sizeBy === "equal") return () => least + 1.5;
  const valueOf =
    sizeBy === "weight"
      ? (node: NodeItem) => node.mentions
      : sizeBy === "betweenness" && betweenness
        ? (node: NodeItem) => betweenness[node.index]!
        : (node: NodeItem) => scene.visible.degrees[node.index]!;
  let greatest = 0;
  for (const node of dataset.nodes) greatest = Math.max(greatest, valueOf(node));
  return node => least + (most - least) * Math.sqrt(greatest > 0 ? valueOf(node) / greatest : 0);
}
