import type { Knowledge } from "../engine/load.js";
import type { Mention } from "../model/mention.js";
import type { Piece } from "./pieces.js";

/**
 * Find the words that stand for something named before: 两地, 本市, 该市, 他, 总统. Each becomes a mention with its antecedents,
 * so that relations can be said of it; a word whose antecedent is open stays a word.
 */
export function resolveAnaphora(pieces: readonly Piece[], text: string, knowledge: Knowledge): readonly Piece[] {
  const result: Piece[] = [];
  const before: Mention[] = [];
  for (const piece of pieces) {
    const resolved = piece.mention ? undefined : resolve(piece, text, before, knowledge);
    result.push(resolved ?? piece);
    const mention = (resolved ?? piece).mention;
    if (mention) before.push(mention);
  }
  return result;
}

function resolve(piece: Piece, text: string, before: readonly Mention[], knowledge: Knowledge): Piece | undefined {
  if (piece.ref?.kind !== "entry") return undefined;
  const { classes } = piece.ref.entry;
  const [type, antecedents] = antecedentsOf(classes, text.slice(piece.start, piece.end), before, knowledge);
  if (!type || antecedents.length === 0) return undefined;
  const all = [type, `${type}.anaphor`];
  const mention: Mention = { start: piece.start, end: piece.end, type, rule: `${type}-anaphor`, keys: [], classes: all, parts: [], antecedents };
  return { ...piece, symbol: knowledge.symbols.of(all), mention };
}

function antecedentsOf(classes: ReadonlySet<string>, surface: string, before: readonly Mention[], knowledge: Knowledge): [string | undefined, readonly Mention[]] {
  if (classes.has("list.pronoun-person")) return ["person", lastOf(before, (mention) => mention.type === "person")];
  if (classes.has("list.both-places")) return ["place", before.findLast((mention) => mention.classes.includes("place.pair"))?.antecedents ?? []];
  if (classes.has("list.this-place")) return ["place", lastOf(before, (mention) => mention.type === "place" && hasLevel(mention, surface.at(-1) ?? "", knowledge))];
  return [undefined, []];
}

function lastOf(before: readonly Mention[], fits: (mention: Mention) => boolean): readonly Mention[] {
  const found = before.findLast(fits);
  return found ? (found.antecedents ?? [found]) : [];
}

const LEVELS: Readonly<Record<string, readonly string[]>> = { 省: ["province"], 市: ["prefecture", "province"], 县: ["county"], 区: ["county", "province"], 国: ["country"], 港: ["province"] };

function hasLevel(mention: Mention, last: string, knowledge: Knowledge): boolean {
  return mention.keys.some((key) => LEVELS[last]?.includes(knowledge.gazetteer.get(key)?.kind ?? ""));
}
