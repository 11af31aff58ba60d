import { z } from "zod";
import { newGraph, type AnyGraph } from "./graphology.js";
import type { PolicyGraph } from "./model.js";
import { by } from "./order.js";

/** Says which file is no graph, and why. */
export class GraphFileError extends Error {
  override readonly name = "GraphFileError";
}

/**
 * Write any graphology graph as graphology's own serialization, a node or an edge a line, sorted by key: equal graphs give
 * equal bytes. The parts joined are JSON; none is longer than one node, so graphs of any size can be written.
 */
export function* graphJson(graph: AnyGraph): Generator<string> {
  const { type, multi, allowSelfLoops } = graph;
  yield `{"options":${JSON.stringify({ type, multi, allowSelfLoops })},\n"attributes":${JSON.stringify(graph.getAttributes())},\n"nodes":[`;
  yield* lines(graph.nodes(), key => ({ key, attributes: graph.getNodeAttributes(key) }));
  yield `],\n"edges":[`;
  yield* lines(graph.edges(), key => serializedEdge(graph, key));
  yield "]}\n";
}

/** Read what `graphJson` wrote, or any serialization of graphology. Throws a GraphFileError that names the file. */
export function readGraphJson(json: string, path: string): AnyGraph {
  const serialized = serializedSchema.safeParse(parse(json, path));
  if (!serialized.success) {
    const [issue] = serialized.error.issues;
    throw new GraphFileError(`${path}  ${issue!.path.join(".") || "The file"}: ${issue!.message}. ${remedy}`);
  }
  try {
    return newGraph(serialized.data.options ?? {}).import(serialized.data);
  } catch (error) {
    throw new GraphFileError(`${path}  ${(error as Error).message} ${remedy}`);
  }
}

/** Tell whether a graph is one of ours, with evidence and schema, and not any graph that graphology can hold. */
export function isPolicyGraph(graph: AnyGraph): graph is PolicyGraph {
  return graph.getAttribute("policygraph") === 1;
}

const remedy = "It should be a graph.json that `policygraph build` wrote, or an export of graphology.";

const attributes = z.record(z.string(), z.unknown()).optional();
const key = z.union([z.string(), z.number().transform(String)]);

const serializedSchema = z.object({
  options: z
    .object({
      type: z.enum(["directed", "undirected", "mixed"]).optional(),
      multi: z.boolean().optional(),
      allowSelfLoops: z.boolean().optional(),
    })
    .optional(),
  attributes,
  nodes: z.array(z.object({ key, attributes })),
  edges: z.array(
    z.object({ key: key.optional(), source: key, target: key, undirected: z.boolean().optional(), attributes }),
  ),
});

function* lines<T>(keys: string[], item: (key: string) => T): Generator<string> {
  let separator = "\n";
  for (const key of keys.sort(by(key => key))) {
    yield separator + JSON.stringify(item(key));
    separator = ",\n";
  }
}

function serializedEdge(graph: AnyGraph, key: string): object {
  const [source, target] = graph.extremities(key);
  const ends = { key, source, target, attributes: graph.getEdgeAttributes(key) };
  return graph.type === "mixed" && graph.isUndirected(key) ? { ...ends, undirected: true } : ends;
}

function parse(json: string, path: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new GraphFileError(`${path}  This is not JSON (${(error as Error).message}). ${remedy}`);
  }
}
