import type { Knowledge } from "./load.js";

/** What a page in Chinese can call 我国. */
export const CHINA = "place:CN";
export const TAIWAN = "place:710000";

/** The keys of all that holds an entry of the gazetteer, the nearest first: 清城区 -> 清远市, 广东省, 中国. */
export function holdersOf(key: string, { gazetteer }: Knowledge): readonly string[] {
  const all: string[] = [];
  for (let at = gazetteer.get(key)?.within ?? ""; at !== "" && !all.includes(at); at = gazetteer.get(at)?.within ?? "")
    all.push(at);
  return all;
}

/** Whether an entry lies in another, at any depth. */
export const isWithin = (key: string, holder: string, knowledge: Knowledge): boolean =>
  holdersOf(key, knowledge).includes(holder);

/** Whether one of what a name can mean lies in one of what another can. */
export const canLieIn = (keys: readonly string[], holders: readonly string[], knowledge: Knowledge): boolean =>
  keys.some(key => holders.some(holder => isWithin(key, holder, knowledge)));
