import { dict } from "@node-rs/jieba/dict.js";

/** What a word list says of a two-character form that might name a place. */
export interface WordRisk {
  /** The list has the form, and not as a place. */
  readonly isOrdinaryWord: boolean;
  /** How often, in a million places of text, the form arises by chance from the end of one word and the start of the next. */
  readonly chancePerMillion: number;
}

/**
 * Judge a short form by jieba's word list.
 *
 *     "白银"  ->  an ordinary word
 *     "定西"  ->  5 in a million by chance ("制定西部")
 */
export function riskOf(form: string): WordRisk {
  const tag = tags.get(form);
  const ends = endings.get(form[0] ?? "") ?? 0;
  const starts = beginnings.get(form.at(-1) ?? "") ?? 0;
  return {
    isOrdinaryWord: tag !== undefined && tag !== "ns",
    chancePerMillion: (1e6 * ends * starts) / (total * total),
  };
}

/** The part of speech of each word: "ns" is a place. */
const tags = new Map<string, string>();
const endings = new Map<string, number>();
const beginnings = new Map<string, number>();
let total = 0;

for (const line of Buffer.from(dict).toString("utf8").split("\n")) {
  const [word = "", count = "0", tag = ""] = line.split(" ");
  if (word === "") continue;
  tags.set(word, tag);
  add(endings, word.at(-1) ?? "", Number(count));
  add(beginnings, word[0] ?? "", Number(count));
  total += Number(count);
}

function add(counts: Map<string, number>, character: string, count: number): void {
  counts.set(character, (counts.get(character) ?? 0) + count);
}
