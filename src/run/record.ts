import type { Knowledge } from "../engine/load.js";
import type { Page } from "../model/page.js";
import type { Problem } from "../model/problem.js";
import { extract } from "../pipeline.js";

/** What became of one page: its line of `facts.jsonl` without the newline, or nothing where extraction broke. */
export interface PageRecord {
  readonly line: string | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Extract one page. A bug of ours on one page must not take the other pages along: it becomes a problem that names the
 * page and asks for a report.
 */
export function recordOf(page: Page, knowledge: Knowledge): PageRecord {
  try {
    const facts = extract(page, knowledge);
    return { line: JSON.stringify(facts), problems: facts.problems ?? [] };
  } catch (error) {
    return { line: undefined, problems: [bugOn(page, error)] };
  }
}

function bugOn(page: Page, error: unknown): Problem {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    where: page.path,
    what: `This page was left out because of a fault in policygraph itself: ${what}`,
    hint: "Please report it, with the page if you may share it.",
  };
}
