import type { Knowledge } from "../engine/load.js";
import type { Mention } from "../model/mention.js";
import type { Piece } from "./pieces.js";

/**
 * Mark the bare names of people whom the document has introduced: 朱偉 wherever it stands, once 副主任朱偉 was read.
 * A name that another mention holds (the 李白 of 李白故居紀念館) is left alone.
 */
export function markKnownNames(pieces: readonly Piece[], text: string, knowledge: Knowledge): readonly Piece[] {
  const names = new Set<string>();
  for (const { mention, start, end } of pieces) if (mention?.type === "person" && !mention.name && end - start > 1) names.add(text.slice(start, end));
  if (names.size === 0) return pieces;
  const spans = [...names].flatMap((name) => occurrences(text, name)).sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Piece[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < (result.at(-1)?.end ?? 0)) continue;
    while (at < pieces.length && (pieces[at] as Piece).end <= span.start) result.push(pieces[at++] as Piece);
    const first = pieces[at];
    if (!first || isHeld(pieces, at, span)) continue;
    for (let i = first.start; i < span.start; i++) result.push(unknown(text, i));
    while (at < pieces.length && (pieces[at] as Piece).end <= span.end) at++;
    result.push(person(span, knowledge));
    const last = pieces[at];
    if (last && last.start < span.end) {
      for (let i = span.end; i < last.end; i++) result.push(unknown(text, i));
      at++;
    }
  }
  while (at < pieces.length) result.push(pieces[at++] as Piece);
  return result;
}

interface Occurrence {
  readonly start: number;
  readonly end: number;
}

function occurrences(text: string, name: string): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) found.push({ start: at, end: at + name.length });
  return found;
}

function isHeld(pieces: readonly Piece[], from: number, span: Occurrence): boolean {
  for (let i = from; i < pieces.length && (pieces[i] as Piece).start < span.end; i++) if ((pieces[i] as Piece).mention) return true;
  return false;
}

const unknown = (text: string, at: number): Piece => ({ start: at, end: at + 1, symbol: text.charCodeAt(at) });

function person(span: Occurrence, knowledge: Knowledge): Piece {
  const mention: Mention = { ...span, type: "person", rule: "person-named-before", keys: [], classes: ["person"], parts: [] };
  return { ...span, symbol: knowledge.symbols.of(["person"]), mention };
}
