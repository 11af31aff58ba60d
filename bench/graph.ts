/**
 * GraphML written and read, beside the peers, in one run on the same content: a graph of 100,000 nodes and 500,000 edges
 * with ten attributes each, in a process of its own for each peer.
 *
 *     npm run bench:graph            or, for a quick look:   node --expose-gc --import tsx bench/graph.ts 0.1
 *
 * networkx and igraph take part where `/usr/bin/python3` has them. Seconds are processor seconds, which other work on the
 * machine disturbs less, and those of the fast writers the middle of five runs, in turns; for our writer memory is what it took beyond the graph, for readers the peak of the process.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly memory: number;
}

function main(scale: number): void {
  const folder = mkdtempSync(join(tmpdir(), "policygraph-bench-"));
  const path = join(folder, "graph.graphml");
  try {
    const rounds = Array.from({ length: 5 }, () => ({
      ours: run("graph_ours.ts", "write", path, scale),
      igraph: runPython("igraph", join(folder, "igraph"), scale),
    }));
    const ours = middle(rounds.map(round => round.ours));
    report("written by policygraph", ours, ours);
    report("written by igraph", middle(rounds.map(round => round.igraph)), ours);
    for (const peer of ["networkx", "networkx-without-lxml"])
      report(`written by ${peer}`, runPython(peer, join(folder, peer), scale), ours);
    const small = scale / 5;
    run("graph_ours.ts", "write", path, small);
    const read = run("graph_ours.ts", "read", path, small);
    report("read by policygraph", read, read);
    report("read by graphology-graphml", run("graph_ours.ts", "read-with-graphology", path, small), read);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The run of the median seconds; nothing where one could not run. */
function middle(runs: ReadonlyArray<Measured | undefined>): Measured | undefined {
  const done = runs.flatMap(one => one ?? []).sort((a, b) => a.seconds - b.seconds);
  return done.length < runs.length ? undefined : done[done.length >> 1];
}

function run(script: string, ...args: readonly (string | number)[]): Measured | undefined {
  const file = fileURLToPath(new URL(script, import.meta.url));
  return measured(process.execPath, [
    "--expose-gc",
    "--max-old-space-size=12000",
    "--import",
    "tsx",
    file,
    ...args.map(String),
  ]);
}

function runPython(peer: string, path: string, scale: number): Measured | undefined {
  return measured("/usr/bin/python3", [
    fileURLToPath(new URL("graph_peers.py", import.meta.url)),
    peer,
    path,
    String(scale),
  ]);
}

/** The last line of what a process prints, or nothing where it can't run. */
function measured(command: string, args: readonly string[]): Measured | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  return status === 0 ? (JSON.parse(stdout.trim().split("\n").at(-1)!) as Measured) : undefined;
}

function report(what: string, measured: Measured | undefined, ours: Measured | undefined): void {
  if (!measured || !ours) return console.log(`${what.padEnd(34)} could not run`);
  const { seconds, megabytes, memory } = measured;
  const figures = [
    `${seconds.toFixed(2)} s`,
    `${megabytes.toFixed(0)} MB`,
    `${(megabytes / seconds).toFixed(1)} MB/s`,
    `memory ${memory.toFixed(0)} MB`,
  ];
  console.log(`${what.padEnd(34)} ${figures.join("  ")}  × ${(seconds / ours.seconds).toFixed(1)}`);
}

main(Number(process.argv[2] ?? 1));
