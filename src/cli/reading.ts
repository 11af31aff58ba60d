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
  /** Problems that cost a whole input or page, so that the command has not done all of its work. */
  losses = 0;

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
  const lost = (problem: Problem) => {
    reading.problems.push(problem);
    reading.losses++;
  };
  try {
    const pages = readPages(inputs, { except, onProblem: lost });
    for await (const { line, problems } of extractAll(pages, { knowledge, packs, threads })) {
      if (line === undefined) problems.forEach(lost);
      else {
        reading.problems.push(...problems);
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
  if (reading.documents === 0 && reading.losses === 0) throw noPages(inputs);
}

function noPages(inputs: readonly string[]): Failure {
  return new Failure(
    `There are no pages in ${inputs.join(", ")}.`,
    "Pages are .txt, .md, .html, .htm, .json and .jsonl files, each also gzipped (.gz).",
  );
}

function megabytes(characters: number): string {
  return `${(characters / 1e6).toFixed(1)} MB`;
}
