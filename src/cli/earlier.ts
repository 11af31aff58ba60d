import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { distinctDocuments, FactsError, readFacts } from "../../graph/facts.js";
import type { DocumentFacts } from "../model/facts.js";
import type { Problem } from "../model/problem.js";
import { Failure, toFailure } from "./failure.js";

/** The records of earlier runs, from files of JSON lines. Throws a Failure that names the line which is no record. */
export async function earlierFacts(paths: readonly string[]): Promise<DocumentFacts[]> {
  const facts: DocumentFacts[] = [];
  for (const path of paths)
    try {
      const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
      for await (const record of readFacts(lines, path)) facts.push(record);
    } catch (error) {
      if (error instanceof FactsError) throw new Failure(error.message);
      throw toFailure(error, `read ${path}`);
    }
  return facts;
}

/**
 * Earlier records and those read now as one set, sorted by id: a page that was read again replaces what it said before.
 * Different pages of one id are all kept, under ids of their own.
 */
export function withEarlier(
  earlier: readonly DocumentFacts[],
  read: readonly DocumentFacts[],
): { documents: DocumentFacts[]; problems: Problem[] } {
  const readAgain = new Set(read.map(pageOf));
  return distinctDocuments([...earlier.filter(record => !readAgain.has(pageOf(record))), ...read]);
}

/** The same for all records of one page, whichever number its id was given to tell it from others. */
function pageOf({ id, path }: DocumentFacts): string {
  return `${id.replace(/~\d+$/, "")}\n${resolve(path)}`;
}
