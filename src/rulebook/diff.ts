import { sentenceEnd, sentenceStart } from "../engine/match.js";
import type { DocumentFacts } from "../model/facts.js";
import { allFacts, type Found } from "./facts.js";

/** A fact that one rulebook finds in a document and another does not. */
export interface FactChange {
  readonly change: "added" | "removed";
  readonly document: string;
  readonly fact: string;
  readonly rule: string;
  readonly sentence: string;
}

/** The facts of one document that are new, and those that are gone, in the order of the text. */
export function factChanges(before: DocumentFacts, after: DocumentFacts): readonly FactChange[] {
  const [old, now] = [allFacts(before), allFacts(after)];
  const changed = (change: FactChange["change"], facts: readonly Found[], others: readonly Found[]): Change[] => {
    const known = new Set(others.map(keyOf));
    const fresh = facts.filter(fact => !known.has(keyOf(fact)));
    return fresh.map(found => ({ change, found }));
  };
  const changes = [...changed("removed", old, now), ...changed("added", now, old)];
  changes.sort((a, b) => a.found.span.start - b.found.span.start);
  return changes.map(one => recordOf(one, after));
}

interface Change {
  readonly change: FactChange["change"];
  readonly found: Found;
}

/** A mention is where it stands; what is said of entities is the same wherever it is said. */
function keyOf({ kind, line, span }: Found): string {
  return kind === "mention" ? `${line} ${span.start}` : line;
}

function recordOf({ change, found }: Change, { path, text }: DocumentFacts): FactChange {
  const { line, rule, span } = found;
  const sentence = text.slice(sentenceStart(text, span.start), sentenceEnd(text, span.end) + 1).trim();
  return { change, document: path, fact: line, rule, sentence };
}
