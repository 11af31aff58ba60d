/** One measurement of bench/graph.ts: `write|read|read-with-graphology PATH SCALE`, printed as JSON. */
import graphml from "graphology-graphml";
import { MultiGraph } from "graphology";
import type { Attributes } from "graphology-types";
import { closeSync, createReadStream, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { graphmlBytes } from "../graph/export/graphml.js";
import { newGraph, type AnyGraph } from "../graph/graphology.js";
import { readGraphml } from "../graph/import/graphml.js";
import type { Measured } from "./graph.js";

/** The same content as graph_peers.py makes. */
function benchGraph(scale: number): AnyGraph {
  const nodes = Math.round(100_000 * scale);
  const graph = newGraph({ type: "directed", multi: true });
  for (let index = 0; index < nodes; index++) graph.addNode(`n${index}`, attributes(index));
  for (let index = 0; index < nodes * 5; index++) {
    const source = (index * 7919) % nodes;
    const target = (index * 104_729 + 1) % nodes;
    graph.addDirectedEdgeWithKey(`e${index}`, `n${source}`, `n${target}`, attributes(index));
  }
  return graph;
}

/** Through JSON, as graphs come from files: a text put together here would only be laid out flat when it is first written. */
function attributes(index: number): Attributes {
  return JSON.parse(
    JSON.stringify({
      label: `节点 ${index}`,
      entity_type: ["agency", "place", "person"][index % 3],
      first_date: `20${10 + (index % 13)}-0${1 + (index % 9)}-1${index % 10}`,
      sentence: `第${index}号文件印发了《规划》，由有关部门 A & B 负责实施。`,
      mentions: index % 997,
      documents: index % 89,
      weight: 1 + (index % 7),
      share: (index % 1000) / 7,
      score: index / 3,
      known: index % 2 === 0,
    }),
  ) as Attributes;
}

function write(path: string, scale: number): Measured {
  const graph = benchGraph(scale);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const file = openSync(path, "w");
  const start = process.cpuUsage();
  let chunks = 0;
  for (const chunk of graphmlBytes(graph, { additions: false })) {
    writeSync(file, chunk);
    if (++chunks % 16 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  const seconds = secondsSince(start);
  closeSync(file);
  return { seconds, megabytes: sizeOf(path), memory: (peak - before) / 1e6 };
}

async function read(path: string): Promise<Measured> {
  const start = process.cpuUsage();
  const { graph } = await readGraphml(createReadStream(path, { highWaterMark: 1 << 18 }), path);
  return { seconds: secondsSince(start), megabytes: graph.order > 0 ? sizeOf(path) : 0, memory: peakMemory() };
}

function readWithGraphology(path: string): Measured {
  const start = process.cpuUsage();
  const graph = graphml.parse(MultiGraph as never, readFileSync(path, "utf8"));
  return { seconds: secondsSince(start), megabytes: graph.order > 0 ? sizeOf(path) : 0, memory: peakMemory() };
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function sizeOf(path: string): number {
  return statSync(path).size / 1e6;
}

function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024;
}

const [task, path, scale] = process.argv.slice(2) as [string, string, string];
console.log(
  JSON.stringify(
    task === "write" ? write(path, Number(scale)) : task === "read" ? await read(path) : readWithGraphology(path),
  ),
);
