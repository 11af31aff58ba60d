import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program from the checkout with `words` and waits for its end. */
export async function policygraph(words: readonly string[], stdin = ""): Promise<Ended> {
  const program = start(words);
  const ended = endOf(program);
  program.stdin?.end(stdin);
  return ended;
}

/** Starts the program; the caller talks to it. */
export function start(words: readonly string[]): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", MAIN, ...words], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: "pipe",
  });
}

/** Collects all that a program prints until its end. */
export async function endOf(program: ChildProcess): Promise<Ended> {
  const [stdout, stderr, [status]] = await Promise.all([
    text(program.stdout!),
    text(program.stderr!),
    once(program, "close"),
  ]);
  return { status, stdout, stderr };
}

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const MAIN = "src/cli/main.ts";

/** A folder of its own for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "policygraph-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
