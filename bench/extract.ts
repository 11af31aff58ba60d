/**
 * `npm run bench`: how fast pages become facts, beside a Chinese segmenter's tagging of the same text on the same core.
 *
 *     npm run bench            5 MB of pages
 *     npm run bench -- 20      20 MB
 *
 * Rounds of both take turns and the median counts, so that a machine that is busy for a while slows both. Memory is
 * measured in a process of its own for each size. It runs compiled, as the installed package does: under tsx every function
 * is wrapped to keep its name, which costs a quarter of the time.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { recordOf } from "../src/run/record.js";
import { loadRules } from "../src/run/knowledge.js";
import type { Usage } from "./memory.js";
import { phaseTimes } from "./phases.js";
import { benchPages } from "./text.js";

const ROUNDS = 5;
const megabytes = Number(process.argv[2] ?? 5);
const pages = [...benchPages(megabytes * 1e6)];
const bytes = pages.reduce((all, page) => all + Buffer.byteLength(page.text), 0);

const knowledge = timed("rules and gazetteers loaded in", () => loadRules([]));
const jieba = timed("jieba's dictionary loaded in", () => Jieba.withDict(dict));
console.log(`${pages.length} pages, ${(bytes / 1e6).toFixed(1)} MB of UTF-8, one thread, median of ${ROUNDS} rounds\n`);

const extracting = () => pages.reduce((all, page) => all + (recordOf(page, knowledge).line?.length ?? 0), 0);
const tagging = () => pages.reduce((all, page) => all + jieba.tag(page.text).length, 0);
const taggingUnknown = () => pages.reduce((all, page) => all + jieba.tag(page.text, true).length, 0);
const [extractSeconds, tagSeconds, tagUnknownSeconds] = inTurns([extracting, tagging, taggingUnknown]) as [
  number,
  number,
  number,
];

const speed = (seconds: number) => bytes / 1e6 / seconds;
const row = (what: string, seconds: number) =>
  console.log(
    `${what.padEnd(38)} ${speed(seconds).toFixed(2).padStart(6)} MB/s  ${(seconds / extractSeconds).toFixed(2)}`,
  );
console.log(`${"".padEnd(38)}  speed       extract is so many times as fast`);
row("extract, from page to JSON line", extractSeconds);
row("jieba tag", tagSeconds);
row("jieba tag, with its model of new words", tagUnknownSeconds);

console.log("\nphase          seconds   MB/s");
for (const [phase, seconds] of Object.entries(phaseTimes(pages, knowledge)))
  console.log(`${phase.padEnd(14)} ${seconds.toFixed(3).padStart(7)} ${speed(seconds).toFixed(1).padStart(6)}`);

console.log("\nsize    seconds   peak memory");
for (const times of [1, 2, 4]) {
  const { seconds, peakMegabytes } = usageOf(times * megabytes);
  console.log(
    `${String(times * megabytes).padStart(3)} MB ${seconds.toFixed(2).padStart(9)} ${String(peakMegabytes).padStart(10)} MB`,
  );
}

function timed<T>(what: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  console.log(`${what} ${((performance.now() - start) / 1000).toFixed(2)} s`);
  return result;
}

/** The median seconds of each work, after one round to warm up. */
function inTurns(works: ReadonlyArray<() => number>): number[] {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => works.map(secondsOf));
  return works.map((_, which) => median(rounds.slice(1).map(seconds => seconds[which] as number)));
}

function secondsOf(work: () => number): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
}

/** Time and memory of extracting that many megabytes in a fresh process, pages streamed as the command line does it. */
function usageOf(size: number): Usage {
  const script = fileURLToPath(new URL("memory.js", import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script, String(size)], { encoding: "utf8" }));
}
