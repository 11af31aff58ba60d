import type { DocumentFacts } from "../src/model/facts.js";
import { extract } from "../src/pipeline.js";
import { loadRules } from "../src/run/knowledge.js";

const knowledge = loadRules([]);

/** What the built-in rules find in a text; `published` is an ISO date. */
export const factsOf = (text: string, published?: string): DocumentFacts =>
  extract({ id: "a", path: "a.txt", text, published, isClean: true, problems: [] }, knowledge);

/** The names of the entities by their ids. */
export const namesOf = ({ entities }: DocumentFacts): ReadonlyMap<string, string> =>
  new Map(entities.map(({ id, name }) => [id, name]));
