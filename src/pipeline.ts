import { type AnnotatedDocument, annotate } from "./annotate/index.js";
import { clean } from "./clean/index.js";
import type { Knowledge } from "./engine/load.js";
import type { Trace } from "./engine/trace.js";
import type { DocumentFacts } from "./model/facts.js";
import type { Page } from "./model/page.js";
import { inWholeText, normalize } from "./normalize/index.js";
import { relate } from "./relate/index.js";
import { measure } from "./relate/indicators.js";
import { shownByNames } from "./relate/names.js";
import { resolve } from "./resolve/index.js";

/** From a page to its facts: a pure function of the page and the knowledge. A trace is told of every match on the way. */
export function extract(page: Page, knowledge: Knowledge, trace?: Trace): DocumentFacts {
  const document = normalize(clean(page));
  return inWholeText(factsOf(annotate(document, knowledge, trace), knowledge, trace), document);
}

/** What a document says of the things that it names, with offsets into the text that rules read. */
export function factsOf(annotated: AnnotatedDocument, knowledge: Knowledge, trace?: Trace): DocumentFacts {
  const relations = [...relate(annotated, knowledge, trace), ...shownByNames(annotated, knowledge)];
  return resolve(annotated, relations, measure(annotated, knowledge, trace), knowledge);
}
