import type { SerializedGraph } from "graphology-types";
import { csvFiles } from "../../../graph/export/csv.js";
import { flatten } from "../../../graph/export/flatten.js";
import { gexfString } from "../../../graph/export/gexf.js";
import { graphmlString } from "../../../graph/export/graphml.js";
import { type AnyGraph, newGraph } from "../../../graph/graphology.js";
import { graphJson, isPolicyGraph } from "../../../graph/serialize.js";

/** The formats of a graph that tools read; each is the same as `policygraph build` and `export` write. */
export const graphFormats = {
  graphml: (graph: SerializedGraph) => {
    const whole = opened(graph);
    return graphmlString(whole, isPolicyGraph(whole) ? flatten(whole) : {});
  },
  gexf: (graph: SerializedGraph) => gexfString(opened(graph)),
  json: (graph: SerializedGraph) => [...graphJson(opened(graph))].join(""),
  csv: (graph: SerializedGraph, part: "nodes" | "edges") => {
    const file = csvFiles(opened(graph), { bom: true }).find(({ path }) => path.startsWith(part))!;
    return [...(file.chunks as Iterable<string>)].join("");
  },
};

function opened(graph: SerializedGraph): AnyGraph {
  return newGraph(graph.options ?? { type: "directed", multi: true }).import(graph);
}
