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
