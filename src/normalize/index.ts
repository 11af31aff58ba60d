import { condense } from "../clean/condense.js";
import type { CleanDocument, NormalDocument } from "../model/document.js";
import type { DocumentFacts } from "../model/facts.js";
import type { Span } from "../model/span.js";
import { FORM } from "./table.js";

/** Bring the text of a document to what rules read. Offsets into `normal` are offsets into the new `text`. */
export function normalize(document: CleanDocument): NormalDocument {
  const { text, places } = condense(document.text);
  const whole = places && { text: document.text, places };
  return { ...document, text, normal: normalizeText(text), whole };
}

/** Facts read from a normal document, with offsets into the text as the page has it. */
export function inWholeText(facts: DocumentFacts, { whole }: NormalDocument): DocumentFacts {
  if (!whole) return facts;
  const placed = <Fact extends Span>(fact: Fact): Fact => ({
    ...fact,
    start: whole.places[fact.start]!,
    end: whole.places[fact.end - 1]! + 1,
  });
  return {
    ...facts,
    text: whole.text,
    mentions: facts.mentions.map(placed),
    relations: facts.relations.map(placed),
    indicators: facts.indicators.map(placed),
  };
}

/**
 * Bring a text to simplified characters and half width, code unit for code unit: the result has the length of the text,
 * and normalizing it again changes nothing. 。、《》「」 keep their width.
 *
 *     "臺南市２０２２年（修訂）計畫"  ->  "台南市2022年(修订)计划"
 */
export function normalizeText(text: string): string {
  const bytes = Buffer.allocUnsafeSlow(text.length * 2);
  bytes.write(text, "utf16le");
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
  return convert(units) ? bytes.toString("utf16le") : text;
}

const PICTURE = "画".charCodeAt(0);
const STROKE = "划".charCodeAt(0);
const PLANNING = new Set([..."计规企筹策"].map(character => character.charCodeAt(0)));

/** Convert in place; true when anything changed. */
function convert(units: Uint16Array): boolean {
  let isChanged = false;
  let previous = 0;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    let form = FORM[unit]!;
    // Taiwan writes 計畫 where the mainland writes 计划: the one pair of characters that so many plans are named with.
    if (form === PICTURE && PLANNING.has(previous)) form = STROKE;
    if (form !== unit) {
      units[i] = form;
      isChanged = true;
    }
    previous = form;
  }
  return isChanged;
}
