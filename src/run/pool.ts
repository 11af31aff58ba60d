import { once } from "node:events";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Page } from "../model/page.js";
import type { PageRecord } from "./record.js";

/** What a worker is started with. */
export interface WorkerSetup {
  readonly packs: readonly string[];
}

/** Worker threads that extract batches of pages, each with the knowledge loaded for itself. */
export class Pool {
  private readonly idle: Worker[] = [];
  private readonly workers: Worker[] = [];
  private readonly queue: Array<(worker: Worker) => void> = [];

  constructor(
    readonly size: number,
    packs: readonly string[],
  ) {
    const setup: WorkerSetup = { packs };
    for (let started = 0; started < size; started++) {
      const worker = startWorker(setup);
      worker.setMaxListeners(0);
      this.workers.push(worker);
      this.idle.push(worker);
    }
  }

  /** The records of `pages`, in their order. */
  async extract(pages: readonly Page[]): Promise<readonly PageRecord[]> {
    const worker = await this.idleWorker();
    try {
      const answer = once(worker, "message");
      worker.postMessage(pages);
      const [records] = await answer;
      return records as readonly PageRecord[];
    } finally {
      this.release(worker);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map(worker => worker.terminate()));
  }

  private idleWorker(): Promise<Worker> {
    const worker = this.idle.pop();
    return worker ? Promise.resolve(worker) : new Promise(resolve => this.queue.push(resolve));
  }

  private release(worker: Worker): void {
    const next = this.queue.shift();
    if (next) next(worker);
    else this.idle.push(worker);
  }
}

function startWorker(workerData: WorkerSetup): Worker {
  const file = new URL(`./worker${extname(import.meta.url)}`, import.meta.url);
  return file.href.endsWith(".ts") ? startFromSource(file, workerData) : new Worker(file, { workerData });
}

/** In a checkout the sources themselves run, through tsx, which Node.js 20 does not pass on to worker threads. */
function startFromSource(file: URL, workerData: WorkerSetup): Worker {
  const tsx = import.meta.resolve("tsx/esm/api");
  const script = `import("${tsx}").then(({ register }) => { register(); return import("${file}"); })`;
  return new Worker(script, { eval: true, workerData });
}
