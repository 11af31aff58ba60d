import type { Knowledge } from "../engine/load.js";
import type { Problem } from "../model/problem.js";
import { readPages } from "../read/index.js";
import { extractAll } from "../run/extract-all.js";
import { Failure } from "./failure.js";
import { breathe } from "./interrupt.js";
import { counted, type Terminal } from "./terminal.js";

export interface ReadingOptions {
  readonly inputs: readonly string[];
  readonly knowledge: Knowledge;
  readonly packs: readonly string[];
  readonly threads?: number;
  /** Paths that are not read, though they lie inside the inputs: the output of an earlier run. */
  readonly except?: readonly string[];
}

/** What reading all inputs came to; its numbers grow while it goes on. */
export class Reading {
  documents = 0;
  characters = 0;
  readonly problems: Problem[] = [];
  /** True when an input that was named gave nothing, or a fault of ours cost a page: not all of the work is done. */
  isIncomplete = false;

  describe(): string {
    return `${counted(this.documents, "document")}, ${megabytes(this.characters)} of records`;
  }
}

/**
 * Read and extract every page of the inputs and hand each line of `facts.jsonl` (without its newline) to `take`, in
 * order. One bad page or path never stops the others; `reading.problems` tells of it.
 */
export async function readAll(
  options: ReadingOptions,
  reading: Reading,
  terminal: Terminal,
  take: (line: string) => void | Promise<void>,
): Promise<void> {
  const { inputs, knowledge, packs, threads, except } = options;
  const progress = terminal.progress();
  const onProblem = (problem: Problem) => {
    reading.problems.push(problem);
    reading.isIncomplete ||= inputs.includes(problem.where);
  };
  try {
    const pages = readPages(inputs, { except, onProblem });
    for await (const { line, problems } of extractAll(pages, { knowledge, packs, threads })) {
      reading.problems.push(...problems);
      if (line === undefined) reading.isIncomplete = true;
      else {
        reading.documents++;
        reading.characters += line.length;
        await take(line);
      }
      progress.update(() => `extracted ${reading.describe()}`);
      await breathe();
    }
  } finally {
    progress.end();
  }
  if (reading.documents === 0 && !inputs.includes("-")) throw nothingRead(reading, inputs, terminal);
}

/** An empty stream of records is an empty set, but paths that hold no page are a mistake. */
function nothingRead(reading: Reading, inputs: readonly string[], terminal: Terminal): Failure {
  terminal.problems(reading.problems, "Mend these first.");
  return new Failure(`No page could be read from ${inputs.join(", ")}, so nothing was written.`);
}

function megabytes(characters: number): string {
  return `${(characters / 1e6).toFixed(1)} MB`;
}
