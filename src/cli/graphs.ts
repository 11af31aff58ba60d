import { createReadStream, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { AnyGraph } from "../../graph/graphology.js";
import { readGraph } from "../../graph/import/index.js";
import { GraphFileError } from "../../graph/serialize.js";
import type { Problem } from "../model/problem.js";
import { Failure, toFailure } from "./failure.js";

/** What a command says of an argument that names a graph. */
export const GRAPH_ARGUMENT = "the folder of a build, a graph.json, a .graphml or a .gexf file";

/**
 * The graph that a path names: a file, or the fullest one in the folder of a build. Throws a Failure that says what the
 * path is, if it is neither, and where the file is broken; `onProblem` is told what of the file could not be kept.
 */
export async function graphAt(path: string, onProblem: (problem: Problem) => void): Promise<AnyGraph> {
  const file = graphFile(path);
  try {
    const { graph, problems } = await readGraph(createReadStream(file), file);
    problems.forEach(onProblem);
    return graph;
  } catch (error) {
    if (error instanceof GraphFileError) throw new Failure(error.message);
    throw toFailure(error, `read ${file}`);
  }
}

/** The file in which the graph of a path is: the path itself, or the one in its folder that holds most. */
function graphFile(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Failure(`There is no ${path}.`, `Give ${GRAPH_ARGUMENT}.`);
  if (!found.isDirectory()) return path;
  const file = FILES.map(name => join(path, name)).find(existsSync);
  if (file) return file;
  throw new Failure(`${path} holds no graph.`, `Make one first: policygraph build PAGES -o ${path}`);
}

const FILES = ["graph.json", "graph.graphml", "graph.gexf"];
