import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { viewerPage } from "../../viewer/embed.js";
import type { Problem } from "../model/problem.js";
import { graphAt } from "./graphs.js";
import type { Resource, Site } from "./serve.js";
import { needViewer } from "./viewer.js";

/**
 * What `view` serves for a path: the folder of a build with its page and the files beside it, or one graph file as a
 * page made on the spot. Throws a Failure that says what the path is, if it is neither.
 */
export async function siteOf(path: string, onProblem: OnProblem): Promise<Site> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? folderSite(path, onProblem) : new Map([["/", await graphPage(path, onProblem)]]);
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
  return existsSync(page) ? { type: HTML, content: { path: page } } : graphPage(folder, onProblem);
}

const HTML = "text/html; charset=utf-8";

async function graphPage(path: string, onProblem: OnProblem): Promise<Resource> {
  needViewer();
  return { type: HTML, content: { text: viewerPage({ graph: await graphAt(path, onProblem), documents: [] }) } };
}
