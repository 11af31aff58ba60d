import { annotate } from "../src/annotate/index.js";
import { clean } from "../src/clean/index.js";
import type { Knowledge } from "../src/engine/load.js";
import type { Page } from "../src/model/page.js";
import { normalize } from "../src/normalize/index.js";
import { relate } from "../src/relate/index.js";
import { measure } from "../src/relate/indicators.js";
import { shownByNames } from "../src/relate/names.js";
import { resolve } from "../src/resolve/index.js";

/** The seconds that each phase of `extract` takes over all pages, one phase after the other. */
export function phaseTimes(pages: readonly Page[], knowledge: Knowledge): Record<string, number> {
  const seconds: Record<string, number> = {};
  const timed = <T>(phase: string, work: () => T): T => {
    const start = performance.now();
    const result = work();
    seconds[phase] = (performance.now() - start) / 1000;
    return result;
  };
  const cleaned = timed("clean", () => pages.map(clean));
  const normal = timed("normalize", () => cleaned.map(normalize));
  const annotated = timed("annotate", () => normal.map(document => annotate(document, knowledge)));
  const drafts = timed("relate", () =>
    annotated.map(document => ({
      document,
      relations: [...relate(document, knowledge), ...shownByNames(document, knowledge)],
      figures: measure(document, knowledge),
    })),
  );
  const facts = timed("resolve", () =>
    drafts.map(({ document, relations, figures }) => resolve(document, relations, figures, knowledge)),
  );
  timed("JSON", () => facts.map(document => JSON.stringify(document).length));
  return seconds;
}
