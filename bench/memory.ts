/** Extracts pages of as many megabytes as are asked for, one after the other, and prints what that took as JSON. */
import { fileURLToPath } from "node:url";
import { loadRules } from "../src/run/knowledge.js";
import { recordOf } from "../src/run/record.js";
import { benchPages } from "./text.js";

export interface Usage {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const knowledge = loadRules([]);
  const start = performance.now();
  for (const page of benchPages(Number(process.argv[2]) * 1e6)) recordOf(page, knowledge);
  const usage: Usage = {
    seconds: (performance.now() - start) / 1000,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  console.log(JSON.stringify(usage));
}
