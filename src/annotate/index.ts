import type { Knowledge } from "../engine/load.js";
import { segment } from "../engine/segment.js";
import type { Trace } from "../engine/trace.js";
import type { NormalDocument } from "../model/document.js";
import type { Mention } from "../model/mention.js";
import { resolveAnaphora } from "./anaphora.js";
import { runPhase } from "./cascade.js";
import { gazetteerMentions } from "./gazetteer.js";
import { markKnownNames, PEOPLE, WORKS } from "./known-names.js";
import { expandPairs } from "./pairs.js";
import { splitOffices } from "./offices.js";
import { resolvePersons } from "./persons.js";
import type { Piece } from "./pieces.js";
import { findTokens, outsideNames } from "./tokens.js";

/** A document cut into pieces: mentions, dates, figures, and the words between them. */
export interface AnnotatedDocument {
  readonly document: NormalDocument;
  readonly pieces: readonly Piece[];
  /** In the order of the text; no two overlap. Their `parts` are inside them. */
  readonly mentions: readonly Mention[];
}

/** Find everything that the document names, phase by phase. */
export function annotate(document: NormalDocument, knowledge: Knowledge, trace?: Trace): AnnotatedDocument {
  const text = document.normal;
  const tokens = outsideNames(findTokens(text, document.published), text, knowledge.lexicon);
  let pieces: readonly Piece[] = gazetteerMentions(
    splitOffices(segment(text, tokens, knowledge.lexicon, knowledge.names, knowledge.tokenSymbols), text, knowledge),
    knowledge,
  );
  pieces = expandPairs(pieces, text, knowledge);
  pieces = runPhase(pieces, "places", text, knowledge, trace);
  pieces = markKnownNames(runPhase(pieces, "people", text, knowledge, trace), text, knowledge, PEOPLE);
  pieces = runPhase(pieces, "names", text, knowledge, trace);
  pieces = markKnownNames(runPhase(pieces, "works", text, knowledge, trace), text, knowledge, WORKS);
  pieces = resolveAnaphora(resolvePersons(pieces, text, knowledge), text, knowledge);
  return { document, pieces, mentions: pieces.map(({ mention }) => mention).filter(mention => mention !== undefined) };
}
