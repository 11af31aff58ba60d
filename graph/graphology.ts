import { MultiGraph } from "graphology";
import type { AbstractGraph, GraphOptions } from "graphology-types";

/** A graph of graphology of any kind: directed, undirected or mixed, simple or multi. */
export type AnyGraph = AbstractGraph;

/**
 * An empty graph of the kind asked for. Under Node's module resolution TypeScript can't see graphology's general class, which
 * an empty copy is made with.
 */
export function newGraph(options: GraphOptions): AnyGraph {
  return new MultiGraph().nullCopy(options);
}
