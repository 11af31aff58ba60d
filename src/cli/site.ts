import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { AnyGraph } from "../../graph/graphology.js";
import { readGraphml } from "../../graph/import/graphml.js";
import { GraphFileError, readGraphJson } from "../../graph/serialize.js";
import { viewerPage } from "../../viewer/embed.js";
import type { Problem } from "../model/problem.js";
import { Failure, toFailure } from "./failure.js";
import type { Resource, Site } from "./serve.js";
import { needViewer } from "./viewer.js";

/**
 * What `view` serves for a path: the folder of a build with its page and the files beside it, or one graph file as a
 * page made on the spot. Throws a Failure that says what the path is, if it is neither.
 */
export async function siteOf(path: string, onProblem: OnProblem): Promise<Site> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Failure(`There is no ${path}.`, "Give the folder of a build, a graph.json or a .graphml file.");
  return found.isDirectory() ? folderSite(path, onProblem) : new Map([["/", await graphPage(path, onProblem)]]);
}

/** Told what a graph file says that could not be kept. */
type OnProblem = (problem: Problem) => void;

const TYPES: Readonly<Record<string, string>> = {
  "graph.json": "application/json; charset=utf-8",
  "graph.graphml": "application/xml; charset=utf-8",
  "facts.jsonl": "application/x-ndjson; charset=utf-8",
  "report.json": "application/json; charset=utf-8",
};

async function folderSite(folder: string, onProblem: OnProblem): Promise<Site> {
  const beside = Object.entries(TYPES)
    .map(([name, type]) => [`/${name}`, { type, content: { path: join(folder, name) } }] as const)
    .filter(([, { content }]) => existsSync(content.path));
  return new Map<string, Resource>([["/", await pageOf(folder, onProblem)], ...beside]);
}

async function pageOf(folder: string, onProblem: OnProblem): Promise<Resource> {
  const page = join(folder, "index.html");
  if (existsSync(page)) return { type: HTML, content: { path: page } };
  const graph = ["graph.json", "graph.graphml"].map(name => join(folder, name)).find(existsSync);
  if (graph) return graphPage(graph, onProblem);
  throw new Failure(`${folder} holds no graph.`, `Make one first: policygraph build PAGES -o ${folder}`);
}

const HTML = "text/html; charset=utf-8";

async function graphPage(path: string, onProblem: OnProblem): Promise<Resource> {
  needViewer();
  try {
    return { type: HTML, content: { text: viewerPage({ graph: await readGraph(path, onProblem), documents: [] }) } };
  } catch (error) {
    if (error instanceof GraphFileError) throw new Failure(error.message);
    throw toFailure(error, `read ${path}`);
  }
}

async function readGraph(path: string, onProblem: OnProblem): Promise<AnyGraph> {
  if (!path.endsWith(".graphml")) return readGraphJson(readFileSync(path, "utf8"), path);
  const { graph, problems } = await readGraphml(createReadStream(path), path);
  problems.forEach(onProblem);
  return graph;
}
