import { type Drawing, svgOf } from "../take/svg.js";
import { pngOf } from "../take/png.js";
import { graphOf } from "../take/graph-of.js";
import { graphFormats } from "../take/graph-formats.js";
import { currentDrawing } from "./current-drawing.js";
import type { Page } from "./parts.js";

export const savings = ["png", "svg", "graphml", "gexf", "nodesCsv", "edgesCsv", "json"] as const;
export type Saving = (typeof savings)[number];

/** Save the whole graph, or what of it is visible, as a file of the reader's. */
export function saveAs(format: Saving, extent: "visible" | "all", page: Page): void {
  void content(format, extent, page).then(({ name, type, data }) => {
    const url = URL.createObjectURL(data instanceof Blob ? data : new Blob([data], { type }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  });
}

interface Content {
  readonly name: string;
  readonly type: string;
  readonly data: string | Blob;
}

async function content(format: Saving, extent: "visible" | "all", page: Page): Promise<Content> {
  const { dataset, scene, source } = page;
  const isShown =
    extent === "all"
      ? () => true
      : (item: { readonly index: number }, part: "nodes" | "edges") => scene.visible[part][item.index] === 1;
  const nodes = dataset.nodes.filter(node => isShown(node, "nodes"));
  const edges = dataset.edges.filter(edge => isShown(edge, "edges"));
  const drawing = (): Drawing => currentDrawing.get(page.store)!();
  const part = () => graphOf(source.graph, nodes, edges);
  switch (format) {
    case "svg":
      return { name: "graph.svg", type: "image/svg+xml", data: svgOf(nodes, edges, drawing()) };
    case "png":
      return { name: "graph.png", type: "image/png", data: await pngOf(svgOf(nodes, edges, drawing())) };
    case "graphml":
      return { name: "graph.graphml", type: "application/xml", data: graphFormats.graphml(part()) };
    case "gexf":
      return { name: "graph.gexf", type: "application/xml", data: graphFormats.gexf(part()) };
    case "nodesCsv":
      return { name: "nodes.csv", type: "text/csv", data: graphFormats.csv(part(), "nodes") };
    case "edgesCsv":
      return { name: "relations.csv", type: "text/csv", data: graphFormats.csv(part(), "edges") };
    case "json":
      return { name: "graph.json", type: "application/json", data: graphFormats.json(part()) };
  }
}

/** Put the address of this view where it can be pasted; a page from the disk may not be let to the clipboard. */
export async function copyLink({ store, words }: Page): Promise<void> {
  // The address follows the view a moment later.
  await new Promise(resolve => setTimeout(resolve, 250));
  const notice = await navigator.clipboard?.writeText(location.href).then(
    () => words.linkCopied,
    () => words.linkHere,
  );
  store.set({ notice: notice ?? words.linkHere });
}
