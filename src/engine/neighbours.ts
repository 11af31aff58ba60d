import { type Alphabet, sourceOf } from "./compile.js";
import type { Item, Pattern } from "./pattern.js";

/** A set of UTF-16 code units, as bits. */
export type UnitSet = Uint32Array;

export const holds = (set: UnitSet, unit: number): boolean => ((set[unit >> 5] as number) & (1 << (unit & 31))) !== 0;

/**
 * The code units that can stand right before a pattern's anchor, or right behind it; undefined where anything can, or where
 * nothing need stand there. Looking at one unit spares most of the tries of an expression.
 */
export function neighboursOf(items: Pattern, side: "before" | "behind", alphabet: Alphabet): UnitSet | undefined {
  const set = new Uint32Array(2048);
  return collect(side === "before" ? [...items].reverse() : items, side, alphabet, set) ? set : undefined;
}

/** Code units of which one must stand in the line where a pattern matches, by the expression that asks for them. */
export interface Need {
  readonly source: string;
  readonly units: readonly number[];
}

/** More units than these stand in nearly every line. */
const MOST_UNITS = 4000;

/** What a pattern needs beside its anchor, so that a line which lacks it need not be tried. */
export function needsOf(items: Pattern, alphabet: Alphabet): readonly Need[] {
  return items.flatMap(item => {
    if (item.kind === "repeat") return item.least > 0 ? needsOf([item.item], alphabet) : [];
    const [only, ...others] = item.kind === "group" ? item.alternatives : [];
    if (only && others.length === 0) return needsOf(only, alphabet);
    const units = unitsNeeded(item, alphabet);
    return units && units.length <= MOST_UNITS ? [{ source: sourceOf([item], alphabet), units }] : [];
  });
}

/** Units of which an element has one at least; undefined where it may do without. */
function unitsNeeded(item: Item, alphabet: Alphabet): readonly number[] | undefined {
  switch (item.kind) {
    case "literal":
    case "list":
    case "class": {
      const set = new Uint32Array(2048);
      return addSource(sourceOf([item], alphabet), "behind", set) ? unitsOf(set) : undefined;
    }
    case "repeat":
      return item.least > 0 ? unitsNeeded(item.item, alphabet) : undefined;
    case "group": {
      const all = item.alternatives.map(one => fewest(one.map(inner => unitsNeeded(inner, alphabet))));
      return all.every(one => one !== undefined) ? [...new Set(all.flat())] : undefined;
    }
    default:
      return undefined;
  }
}

const fewest = (all: readonly (readonly number[] | undefined)[]): readonly number[] | undefined =>
  all.reduce((best, one) => (one && (!best || one.length < best.length) ? one : best), undefined);

function unitsOf(set: UnitSet): readonly number[] {
  const units: number[] = [];
  set.forEach((bits, word) => {
    for (let bit = 0; bits >>> bit !== 0 && bit < 32; bit++) if ((bits >>> bit) & 1) units.push(word * 32 + bit);
  });
  return units;
}

/** Adds what the items can begin with, seen from the anchor; false where that is open. */
function collect(items: Pattern, side: "before" | "behind", alphabet: Alphabet, set: UnitSet): boolean {
  for (const item of items) {
    const isRequired = addItem(item, side, alphabet, set);
    if (isRequired !== "optional") return isRequired === "required";
  }
  return false;
}

function addItem(
  item: Item,
  side: "before" | "behind",
  alphabet: Alphabet,
  set: UnitSet,
): "required" | "optional" | "open" {
  switch (item.kind) {
    case "literal":
    case "list":
    case "class":
      return addSource(sourceOf([item], alphabet), side, set) ? "required" : "open";
    case "group":
      return item.alternatives.every(one => collect(side === "before" ? [...one].reverse() : one, side, alphabet, set))
        ? "required"
        : "open";
    case "repeat": {
      const inner = addItem(item.item, side, alphabet, set);
      return inner === "required" && item.least === 0 ? "optional" : inner;
    }
    default:
      return "open";
  }
}

/** Adds the outermost units of an element's source: "[…]", "(?<name>[…])", a series of them, words, or words in a group. */
function addSource(source: string, side: "before" | "behind", set: UnitSet): boolean {
  const series = /^(?:\(\?<[\w$]+>)?(\[(?:[^\]\\]|\\.)*\])/u.exec(source);
  if (series) return addClass((series[1] as string).slice(1, -1), set);
  const words = (source.startsWith("(?:") ? source.slice(3, -1) : source).split("|");
  if (words.some(word => /[[\](){}*+?^$]/.test(word))) return false;
  for (const word of words) addUnit(set, (side === "before" ? word.at(-1) : word.replace(/^\\/, "")[0]) ?? "");
  return words.every(word => word !== "");
}

function addClass(body: string, set: UnitSet): boolean {
  const units: number[] = [];
  for (let at = 0; at < body.length; at++) {
    if (body[at] === "-" && units.length > 0 && at + 1 < body.length) {
      const [last, length] = unitAt(body, at + 1);
      for (let unit = units.at(-1) as number; unit <= last; unit++) add(set, unit);
      at += length;
      continue;
    }
    const [unit, length] = unitAt(body, at);
    units.push(unit);
    add(set, unit);
    at += length - 1;
  }
  return true;
}

/** The code unit that stands at a place of a class, and how many characters write it. */
function unitAt(body: string, at: number): readonly [unit: number, length: number] {
  if (body[at] !== "\\") return [body.charCodeAt(at), 1];
  if (body[at + 1] === "u") return [Number.parseInt(body.slice(at + 2, at + 6), 16), 6];
  return [body[at + 1] === "n" ? 10 : body.charCodeAt(at + 1), 2];
}

const add = (set: UnitSet, unit: number): void => {
  (set[unit >> 5] as number) |= 1 << (unit & 31);
};
const addUnit = (set: UnitSet, character: string): void => {
  if (character !== "") add(set, character.charCodeAt(0));
};
