import type { Rule } from "../../src/engine/rule.js";

/**
 * The expressions of a rule in the form that recheck reads. Each change keeps what is to be proven:
 *
 * - What precedes the anchor stands in a lookbehind, which runs by itself, from right to left, and is never entered a second
 *   time. So it is checked by itself, and forwards: an expression is ambiguous in both directions or in neither.
 * - An expression is tried at one place (it is sticky), so a "^" stands before it.
 * - The edges of clauses look at one character. Without them the expression can only match more.
 * - Characters that no class of the expression tells apart are one character to it: one of them is kept.
 */
export function expressionsOf({ patterns, unless }: Pick<Rule, "patterns" | "unless">): readonly string[] {
  const conditions = Object.values(unless).flat() as RegExp[];
  const sources = [...patterns.map(({ expression }) => expression), ...conditions].flatMap(({ source }) =>
    halves(source),
  );
  return [
    ...new Set(sources.filter(source => source !== "").map(source => `^(?:${distinct(withoutEdges(source))})\\uffff`)),
  ];
}

/** The same with every repeat of more than a few unbounded: what is not exponential then is harmless with any bounds. */
export function unbounded(source: string): string {
  return source.replace(/(?<!\\)\{(\d+),(\d+)\}/g, (bounds, least: string, most: string) =>
    Number(most) <= A_FEW ? bounds : least === "0" ? "*" : "+",
  );
}

const A_FEW = 2;

/** What stands before the anchor, and the rest. */
function halves(source: string): string[] {
  const left = /^\(\?<=(?:\(\?<\$left>)?/.exec(source)?.[0];
  if (left === undefined) return [source.replace("(?<$left>)", "")];
  const closing = left.endsWith(">") ? "))" : ")";
  const end = closingOf(source) + 1;
  return [source.slice(left.length, end - closing.length), source.slice(end)];
}

/** Where the group closes with which an expression begins. */
function closingOf(source: string): number {
  let depth = 0;
  for (const { 0: sign, index } of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()]/gs)) {
    if (sign === "(") depth++;
    if (sign === ")" && --depth === 0) return index;
  }
  throw new Error(`The group is never closed: ${source}`);
}

function withoutEdges(source: string): string {
  return source.replace(/\(\?<?!\[(?:\\.|[^\]\\])*\]\)/gs, "").replace(/\(\?<[a-z_]+>/g, "(?:");
}

/** Keep one of the private-use characters that stand in the same classes. */
function distinct(source: string): string {
  const classes = [...source.matchAll(CLASS)].map(([one]) => one);
  const kept = new Map<string, string>();
  const isKept = (character: string): boolean => {
    const signature = classes.map(one => (one.includes(character) ? "1" : "0")).join("");
    if (!kept.has(signature)) kept.set(signature, character);
    return kept.get(signature) === character;
  };
  return source.replace(CLASS, one =>
    one.replace(/[\ue000-\uf8ff]/g, character => (isKept(character) ? character : "")),
  );
}

const CLASS = /\[(?:\\.|[^\]\\])*\]/gs;
