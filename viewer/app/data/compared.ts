import type { SerializedGraph } from "graphology-types";
import { diffGraphs, edgeKey } from "../../../graph/diff.js";
import type { Change } from "./dataset.js";

export interface Compared {
  /** Both graphs in one: the newer, with what was removed from the older. */
  readonly merged: SerializedGraph;
  readonly nodes: ReadonlyMap<string, Change>;
  readonly edges: ReadonlyMap<string, Change>;
}

/** Lay two states of a graph over each other. */
export function changesBetween(before: SerializedGraph, after: SerializedGraph): Compared {
  const diff = diffGraphs(before, after);
  const goneNodes = new Set(diff.nodes.removed);
  const goneEdges = new Set(diff.edges.removed);
  const keyedEdges = (graph: SerializedGraph) => graph.edges.map(edge => ({ ...edge, key: edgeKey(edge) }));
  return {
    merged: {
      ...after,
      attributes: { ...after.attributes, documents: documentsOfBoth(before, after) },
      nodes: [...after.nodes, ...before.nodes.filter(node => goneNodes.has(node.key))],
      edges: [...keyedEdges(after), ...keyedEdges(before).filter(edge => goneEdges.has(edge.key))],
    },
    nodes: byKey(diff.nodes),
    edges: byKey(diff.edges),
  };
}

interface Named {
  readonly id: string;
}

/** The removed facts rest on documents that only the older graph may list. */
function documentsOfBoth(before: SerializedGraph, after: SerializedGraph): Named[] {
  const lists = [before, after].flatMap(graph => (graph.attributes?.["documents"] as Named[] | undefined) ?? []);
  return [...new Map(lists.map(document => [document.id, document])).values()];
}

function byKey({ added, removed, changed }: ReturnType<typeof diffGraphs>["nodes"]): Map<string, Change> {
  return new Map<string, Change>([
    ...added.map(key => [key, "added"] as const),
    ...removed.map(key => [key, "removed"] as const),
    ...changed.map(({ key }) => [key, "changed"] as const),
  ]);
}
