import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Problem } from "../model/problem.js";

export type Format = "text" | "markdown" | "html" | "json" | "jsonl";

/** One file to read. */
export interface Source {
  readonly id: string;
  readonly path: string;
  readonly format: Format;
  readonly isGzipped: boolean;
}

export interface FoundSources {
  /** Sorted by id and path, by code unit: the same files give the same order, however the inputs name them. */
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/**
 * The files that the inputs name: files as they are, folders with all below them, globs. A file that two inputs name is
 * read once. In folders, hidden files and files of other kinds are passed over; a file named outright must be readable.
 */
export async function findSources(inputs: readonly string[], except: readonly string[] = []): Promise<FoundSources> {
  const problems: Problem[] = [];
  const excluded = await Promise.all(except.map(realPath));
  const found = new Map<string, Candidate>();
  for (const input of [...inputs].sort(byCodeUnit)) {
    for (const candidate of await candidatesOf(input, problems)) {
      const real = await realPath(candidate.path);
      if (!excluded.some(path => isWithin(real, path)) && !found.has(real)) found.set(real, candidate);
    }
  }
  return { sources: withIds([...found.values()]), problems };
}

interface Candidate {
  readonly path: string;
  /** The path below the root that the input names. */
  readonly below: string;
}

export const SUFFIXES = ".txt, .md, .html, .htm, .json and .jsonl, each also gzipped (.gz)";

async function candidatesOf(input: string, problems: Problem[]): Promise<Candidate[]> {
  const found = await lookAt(input);
  if (typeof found !== "string") {
    if (found.isDirectory()) return candidatesIn(input, problems);
    if (!found.isFile())
      return refuse(problems, input, "This is neither a file nor a folder.", "Name a file, a folder or a pattern.");
    if (formatOf(input)) return [{ path: input, below: basename(input) }];
    return refuse(
      problems,
      input,
      "This kind of file can't be read as a page.",
      `Pages are ${SUFFIXES}. Convert it, or rename it if it is one of these.`,
    );
  }
  if (found === "ENOENT" && isDynamicPattern(input)) return candidatesFor(input, problems);
  return refuse(problems, input, ...explain(found));
}

async function lookAt(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "unknown";
  }
}

function refuse(problems: Problem[], where: string, what: string, hint: string): [] {
  problems.push({ where, what, hint });
  return [];
}

/** What an error code of the file system means, and what can be done about it. */
export function explain(code: string): [what: string, hint: string] {
  if (code === "ENOENT")
    return ["There is no such file or folder.", "Check the spelling, and the folder that you are in."];
  if (code === "EACCES" || code === "EPERM")
    return ["You have no permission to read it.", "Ask for it, or run as a user who may read it."];
  if (code === "ELOOP") return ["A symbolic link points back at itself.", "Remove the link."];
  return [`It can't be read (${code}).`, "Check that the disk is there and the file is whole."];
}

async function candidatesFor(pattern: string, problems: Problem[]): Promise<Candidate[]> {
  const paths = (await glob(pattern, { followSymbolicLinks: false, expandDirectories: false })).sort(byCodeUnit);
  const root = pattern
    .split("/")
    .slice(
      0,
      pattern.split("/").findIndex(part => isDynamicPattern(part)),
    )
    .join("/");
  const candidates = paths.filter(formatOf).map(path => ({ path, below: slashed(relative(root || ".", path)) }));
  return candidates.length > 0
    ? candidates
    : refuse(problems, pattern, "No page matches this pattern.", `Pages are ${SUFFIXES}.`);
}

async function candidatesIn(folder: string, problems: Problem[]): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  const before = problems.length;
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const real = await realPath(next);
    if (seen.has(real)) continue;
    seen.add(real);
    for (const name of await namesIn(next, problems)) {
      const path = join(next, name);
      const entry = await lookAt(path);
      if (typeof entry === "string") {
        if (formatOf(path)) refuse(problems, path, ...explain(entry));
      } else if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile() && formatOf(path)) candidates.push({ path, below: slashed(relative(folder, path)) });
    }
  }
  if (candidates.length === 0 && problems.length === before)
    refuse(problems, folder, "There are no pages in this folder.", `Pages are ${SUFFIXES}.`);
  return candidates;
}

async function namesIn(folder: string, problems: Problem[]): Promise<string[]> {
  try {
    return (await readdir(folder)).filter(name => !name.startsWith(".")).sort(byCodeUnit);
  } catch (error) {
    return refuse(problems, folder, ...explain((error as NodeJS.ErrnoException).code ?? "unknown"));
  }
}

/** A path below its root names a page, unless pages of two roots share it: then each is named by its whole path. */
function withIds(candidates: readonly Candidate[]): Source[] {
  const uses = new Map<string, number>();
  for (const { below } of candidates) uses.set(below, (uses.get(below) ?? 0) + 1);
  return candidates
    .map(({ path, below }) => ({
      id: uses.get(below) === 1 ? below : slashed(path),
      path: slashed(path),
      ...formatOf(path)!,
    }))
    .sort((a, b) => byCodeUnit(a.id, b.id) || byCodeUnit(a.path, b.path));
}

const FORMATS: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".md": "markdown",
  ".html": "html",
  ".htm": "html",
  ".json": "json",
  ".jsonl": "jsonl",
};

function formatOf(path: string): { format: Format; isGzipped: boolean } | undefined {
  const [, suffix, gzip] = /(\.[a-z]+)(\.gz)?$/u.exec(path.toLowerCase()) ?? [];
  const format = suffix === undefined ? undefined : FORMATS[suffix];
  return format && { format, isGzipped: gzip !== undefined };
}

async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return resolve(path);
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
