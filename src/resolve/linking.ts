import { holdersOf } from "../engine/holders.js";
import type { Knowledge } from "../engine/load.js";
import type { Mention } from "../model/mention.js";

/**
 * Choose the gazetteer entry that each mention of a document means.
 *
 * Of several, the one whose holder the document names wins (南区 where 臺中市 is named); else the one whose holder holds other
 * places of the document (朝阳区 beside 海淀区); else the highest in the hierarchy; else the first of the table.
 */
export function keyChooser(
  mentions: readonly Mention[],
  normal: string,
  knowledge: Knowledge,
): (mention: Mention) => string | undefined {
  const named = new Set(mentions.flatMap(({ keys }) => (keys.length === 1 ? keys : [])));
  const around = new Set([...named].flatMap(key => holdersOf(key, knowledge)));
  const isAmong =
    (keys: ReadonlySet<string>) =>
    (key: string): boolean =>
      holdersOf(key, knowledge).some(holder => keys.has(holder) && knowledge.gazetteer.get(holder)?.kind !== "country");
  const bureaus = new Set(knowledge.lists.get("bureau-word"));
  const isBureau = ({ start, end }: Mention): boolean => bureaus.has(normal.slice(start, end));
  // What is named for certain, and what holds it; the continent holds all of it, and tells nothing.
  const grounds = new Set(
    mentions
      .flatMap(mention => (mention.keys.length === 1 && !isBureau(mention) ? mention.keys : []))
      .flatMap(key => [key, ...holdersOf(key, knowledge)])
      .filter(key => knowledge.gazetteer.get(key)?.within !== ""),
  );
  // 教育局 on a page from Tainan is not Hong Kong's: every city has one.
  const isElsewhere = (key: string, mention: Mention): boolean => isBureau(mention) && !isAmong(grounds)(key);
  return mention => {
    const { keys } = mention;
    const only = keys[0];
    if (only === undefined || keys.length === 1)
      return only !== undefined && isElsewhere(only, mention) ? undefined : only;
    const candidates =
      [keys.filter(isAmong(named)), keys.filter(isAmong(around)), keys].find(some => some.length > 0) ?? keys;
    return [...candidates].sort((a, b) => holdersOf(a, knowledge).length - holdersOf(b, knowledge).length)[0];
  };
}
