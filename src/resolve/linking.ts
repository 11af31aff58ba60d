import type { Knowledge } from "../engine/load.js";
import type { Mention } from "../model/mention.js";

/**
 * Choose the gazetteer entry that a mention means.
 *
 * Of several, the one whose holder the document names wins; else the highest in the hierarchy; else the first of the table.
 */
export function chooseKey(mention: Mention, mentions: readonly Mention[], knowledge: Knowledge): string | undefined {
  if (mention.keys.length <= 1) return mention.keys[0];
  const named = new Set(mentions.flatMap((other) => (other !== mention && other.keys.length === 1 ? other.keys : [])));
  const supported = mention.keys.filter((key) => holders(key, knowledge).some((holder) => named.has(holder) && knowledge.gazetteer.get(holder)?.kind !== "country"));
  const candidates = supported.length > 0 ? supported : mention.keys;
  return [...candidates].sort((a, b) => holders(a, knowledge).length - holders(b, knowledge).length)[0];
}

function holders(key: string, knowledge: Knowledge): string[] {
  const all: string[] = [];
  for (let at = knowledge.gazetteer.get(key)?.within ?? ""; at !== "" && !all.includes(at); at = knowledge.gazetteer.get(at)?.within ?? "") all.push(at);
  return all;
}
