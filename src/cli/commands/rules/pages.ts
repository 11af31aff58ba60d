import type { Page } from "../../../model/page.js";
import type { Problem } from "../../../model/problem.js";
import { readPages } from "../../../read/index.js";
import { Failure } from "../../failure.js";
import { breathe } from "../../interrupt.js";
import { counted, type Terminal } from "../../terminal.js";

/** Hand every page of the inputs to `take`, with a line of progress; what could not be read is told at the end. */
export async function forEachPage(
  inputs: readonly string[],
  terminal: Terminal,
  take: (page: Page) => void,
): Promise<void> {
  const progress = terminal.progress();
  const problems: Problem[] = [];
  let pages = 0;
  try {
    for await (const page of readPages(inputs, { onProblem: problem => problems.push(problem) })) {
      take(page);
      pages++;
      progress.update(() => `read ${counted(pages, "page")}`);
      await breathe();
    }
  } finally {
    progress.end();
  }
  terminal.problems(problems, "Mend these first.");
  if (pages === 0) throw new Failure(`No page could be read from ${inputs.join(", ")}.`);
}
