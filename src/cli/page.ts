import type { PolicyGraph } from "../../graph/model.js";
import { viewerPage } from "../../viewer/embed.js";
import type { Knowledge } from "../engine/load.js";
import type { DocumentFacts } from "../model/facts.js";

export interface BuildPage {
  readonly html: string;
  /** True where the documents' texts were left out, so that a browser opens the page quickly; facts.jsonl has them. */
  readonly isWithoutTexts: boolean;
}

/** The viewer's page of a build: the graph, the texts behind it as far as a browser takes them, and the rules. */
export function buildPage(
  graph: PolicyGraph,
  facts: readonly DocumentFacts[],
  knowledge: Knowledge,
  mostCharacters = MOST_CHARACTERS,
): BuildPage {
  const characters = facts.reduce((all, { text }) => all + text.length, 0);
  const isWithoutTexts = characters > mostCharacters;
  const rules = knowledge.rules.map(({ id, says, examples }) => ({
    id,
    says,
    examples: examples.map(({ text }) => text),
  }));
  return { html: viewerPage({ graph, documents: isWithoutTexts ? [] : facts, rules }), isWithoutTexts };
}

/** More of them make a page that takes seconds to open. */
export const MOST_CHARACTERS = 20_000_000;
