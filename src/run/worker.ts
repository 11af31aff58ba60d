import { parentPort, workerData } from "node:worker_threads";
import type { Page } from "../model/page.js";
import { loadRules } from "./knowledge.js";
import type { WorkerSetup } from "./pool.js";
import { recordOf } from "./record.js";

const { packs } = workerData as WorkerSetup;
const knowledge = loadRules(packs);

parentPort?.on("message", (pages: readonly Page[]) => {
  parentPort?.postMessage(pages.map(page => recordOf(page, knowledge)));
});
