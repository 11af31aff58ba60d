import { existsSync, statSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { watch } from "chokidar";
import { isDynamicPattern } from "tinyglobby";
import { RuleFaults } from "../engine/faults.js";
import { Failure, toFailure } from "./failure.js";
import { endOnSignals } from "./interrupt.js";
import type { Terminal } from "./terminal.js";

export interface Watched {
  /** Files, folders with all that is below them, and globs. */
  readonly paths: readonly string[];
  /** Folders in which the work itself writes. */
  readonly except?: readonly string[];
}

/**
 * Do `work` now and again after each change below the paths, until Ctrl-C. Changes that come together (an editor writes a
 * file in several steps) count as one, and work never runs twice at a time. Faulty rules and other failures are told and
 * waited out: while rules are being written they are often faulty for a moment.
 */
export async function keepDoing(
  { paths, except = [] }: Watched,
  terminal: Terminal,
  work: () => Promise<void>,
): Promise<never> {
  let changed: () => void = () => {};
  await Promise.all(paths.map(path => watchPath(path, except, () => changed())));
  for (;;) {
    const change = new Promise<void>(resolve => {
      changed = resolve;
    });
    await work().catch(error => tell(error, terminal));
    endOnSignals(() => "Stopped waiting.");
    terminal.say("Waiting for changes; Ctrl-C ends.");
    await change;
    await new Promise(resolve => setTimeout(resolve, SETTLE_MS));
  }
}

const SETTLE_MS = 100;

/** Resolves when every change from now on is seen. */
function watchPath(path: string, except: readonly string[], changed: () => void): Promise<void> {
  const { folder, recursive, only } = placeOf(path);
  const watcher = watch(folder, {
    ignoreInitial: true,
    depth: recursive ? undefined : 0,
    ignored: at => except.some(one => isWithin(resolve(at), resolve(one))),
  });
  watcher.on("all", (_, at) => {
    if (only === undefined || resolve(at) === only) changed();
  });
  return new Promise((ready, fail) => {
    watcher.on("ready", ready);
    watcher.on("error", error => fail(toFailure(error, `watch ${path}`)));
  });
}

interface Place {
  readonly folder: string;
  readonly recursive: boolean;
  /** The only path in the folder that counts. */
  readonly only?: string;
}

/** A file is watched in its folder, because editors put a new file in its place; a glob from its last plain folder on. */
function placeOf(path: string): Place {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return { folder: path, recursive: true };
  if (existsSync(path) || !isDynamicPattern(path))
    return { folder: dirname(path), recursive: false, only: resolve(path) };
  const parts = path.split("/");
  const plain = parts.findIndex(part => isDynamicPattern(part));
  return {
    folder: parts.slice(0, plain).join("/") || (path.startsWith("/") ? "/" : "."),
    recursive: plain < parts.length - 1,
  };
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

function tell(error: unknown, terminal: Terminal): void {
  if (error instanceof RuleFaults)
    for (const { file, line, what, hint } of error.faults) terminal.error(`${file}:${line}  ${what}`, hint);
  else if (error instanceof Failure) terminal.error(error.message, error.hint);
  else throw error;
}
