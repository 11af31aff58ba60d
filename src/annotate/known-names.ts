import { mentionClasses, type Knowledge } from "../engine/load.js";
import type { Mention } from "../model/mention.js";
import type { Piece } from "./pieces.js";

/** Which names, once read, are read again wherever they stand. */
interface KnownNames {
  readonly types: ReadonlySet<string>;
  /** Shorter names are too likely to be part of something else. */
  readonly least: number;
  readonly rule: string;
}

/** 朱偉 wherever it stands, once 副主任朱偉 was read. */
export const PEOPLE: KnownNames = { types: new Set(["person"]), least: 2, rule: "person-named-before" };
/** 廣清一體化 without marks, once “廣清一體化” was read with them. */
export const WORKS: KnownNames = { types: new Set(["plan", "project", "event"]), least: 4, rule: "work-named-before" };

/**
 * Mark the bare names of what the document has introduced. A name that a longer mention holds (the 李白 of 李白故居紀念館) is
 * left alone; shorter mentions inside the name become its parts.
 */
export function markKnownNames(
  pieces: readonly Piece[],
  text: string,
  knowledge: Knowledge,
  known: KnownNames,
): readonly Piece[] {
  const names = new Map<string, string>();
  for (const { mention, start, end } of pieces)
    if (mention && known.types.has(mention.type) && !mention.name)
      for (const name of formsOf(text.slice(start, end))) if (name.length >= known.least) names.set(name, mention.type);
  if (names.size === 0) return pieces;
  const spans = occurrences(text, names);
  const result: Piece[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < (result.at(-1)?.end ?? 0)) continue;
    while (at < pieces.length && (pieces[at] as Piece).end <= span.start) result.push(pieces[at++] as Piece);
    const first = pieces[at];
    if (!first || isHeld(pieces, at, span)) continue;
    for (let i = first.start; i < span.start; i++) result.push(unknown(text, i));
    const from = at;
    while (at < pieces.length && (pieces[at] as Piece).end <= span.end) at++;
    result.push(named(span, pieces.slice(from, at), known.rule, knowledge));
    const last = pieces[at];
    if (last && last.start < span.end) {
      for (let i = span.end; i < last.end; i++) result.push(unknown(text, i));
      at++;
    }
  }
  while (at < pieces.length) result.push(pieces[at++] as Piece);
  return result;
}

/** A foreign name in parts is used by its last part, too: 古特雷斯. */
const formsOf = (name: string): readonly string[] =>
  /[·•]/.test(name) ? [name, name.split(/[·•]/).at(-1) as string] : [name];

interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** Where the names stand, in the order of the text, of two at one place the longer one first; found in one pass for all names. */
function occurrences(text: string, names: ReadonlyMap<string, string>): Occurrence[] {
  const isFirst = new Uint8Array(65536);
  const byStart = new Map<string, Array<{ readonly name: string; readonly type: string; end: number }>>();
  for (const [name, type] of [...names].sort(([a], [b]) => b.length - a.length)) {
    isFirst[name.charCodeAt(0)] = 1;
    const start = name.slice(0, 2);
    const known = byStart.get(start);
    if (known) known.push({ name, type, end: 0 });
    else byStart.set(start, [{ name, type, end: 0 }]);
  }
  const found: Occurrence[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isFirst[text.charCodeAt(at)] === 0) continue;
    for (const one of byStart.get(text.slice(at, at + 2)) ?? []) {
      if (at < one.end || !text.startsWith(one.name, at)) continue;
      one.end = at + one.name.length;
      found.push({ start: at, end: one.end, type: one.type });
    }
  }
  return found;
}

/** Whether a mention has the span already, or reaches beyond it. */
function isHeld(pieces: readonly Piece[], from: number, span: Occurrence): boolean {
  for (let i = from; i < pieces.length && (pieces[i] as Piece).start < span.end; i++) {
    const { mention, start, end } = pieces[i] as Piece;
    if (!mention) continue;
    const isLonger = start < span.start || end > span.end;
    // 丁斯 in 昆丁斯总统 is what was cut out of a name that is known by now.
    if (isLonger || (mention.type === span.type ? end - start === span.end - span.start : span.type === "person"))
      return true;
  }
  return false;
}

const unknown = (text: string, at: number): Piece => ({
  start: at,
  end: at + 1,
  symbol: text.charCodeAt(at),
  ref: undefined,
  mention: undefined,
});

function named({ start, end, type }: Occurrence, inside: readonly Piece[], rule: string, knowledge: Knowledge): Piece {
  const classes = mentionClasses(type);
  const mention: Mention = {
    start,
    end,
    type,
    rule,
    keys: [],
    classes,
    parts: inside.flatMap(piece => (piece.mention ? [piece.mention] : [])),
  };
  return { start, end, symbol: knowledge.symbols.of(classes), ref: undefined, mention };
}
