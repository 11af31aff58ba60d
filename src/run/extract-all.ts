import { availableParallelism } from "node:os";
import type { Knowledge } from "../engine/load.js";
import type { Page } from "../model/page.js";
import { Pool } from "./pool.js";
import { type PageRecord, recordOf } from "./record.js";

export interface RunOptions {
  readonly knowledge: Knowledge;
  /** The packs that `knowledge` was loaded with, for the worker threads to load them again. */
  readonly packs: readonly string[];
  /** How many threads extract at most: 1 keeps everything on this one. Default: one for each core. */
  readonly threads?: number;
  /** So many characters are extracted on this thread before others are started, which takes a while. */
  readonly aloneFor?: number;
}

/**
 * One record for each page, in the order of the pages and with the same bytes for any number of threads. Pages are read
 * only a little ahead of the records that the caller has taken, so memory does not grow with the number of pages.
 */
export async function* extractAll(
  pages: AsyncIterable<Page>,
  { knowledge, packs, threads = availableParallelism(), aloneFor = WORTH_THREADS }: RunOptions,
): AsyncGenerator<PageRecord> {
  const reader = pages[Symbol.asyncIterator]();
  let length = 0;
  while (threads < 2 || length < aloneFor) {
    const next = await reader.next();
    if (next.done) return;
    const page = next.value;
    if (page.text.length > LONG_PAGE) return yield* extractInThreads(batches(reader, page), packs, threads);
    length += page.text.length;
    yield recordOf(page, knowledge);
  }
  yield* extractInThreads(batches(reader), packs, threads);
}

/** A page as long as this is left to another thread, so that this one still hears Ctrl-C. */
const LONG_PAGE = 500_000;
/** Loading the knowledge once more for each thread costs as much time as extracting this many characters. */
const WORTH_THREADS = 2_000_000;
const BATCH_LENGTH = 200_000;
const BATCHES_AHEAD = 3;

async function* extractInThreads(
  input: AsyncIterable<readonly Page[]>,
  packs: readonly string[],
  threads: number,
): AsyncGenerator<PageRecord> {
  const pool = new Pool(threads, packs);
  const underway: Array<Promise<readonly PageRecord[]>> = [];
  try {
    for await (const batch of input) {
      const records = pool.extract(batch);
      // It is awaited in its turn; if it fails before that, nobody is listening yet, which Node.js takes for a crash.
      records.catch(() => {});
      underway.push(records);
      if (underway.length >= threads * BATCHES_AHEAD) yield* await (underway.shift() as Promise<readonly PageRecord[]>);
    }
    for (const records of underway) yield* await records;
  } finally {
    await pool.close();
  }
}

async function* batches(reader: AsyncIterator<Page>, ...first: Page[]): AsyncGenerator<readonly Page[]> {
  let batch = first;
  let length = 0;
  for (let next = await reader.next(); !next.done; next = await reader.next()) {
    batch.push(next.value);
    length += next.value.text.length;
    if (length < BATCH_LENGTH) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}
