import type { Word } from "../engine/segment.js";
import type { Knowledge } from "../engine/load.js";

/**
 * Set apart the body that shares a character with the title of its head, so that both can be named.
 *
 *     教育 | 局长      ->  教育局 | 长
 *     行政 | 院长      ->  行政院 | 长
 *
 * A title that stands by itself (新任局长, 教育局局长) stays whole.
 */
export function splitOffices(words: readonly Word[], text: string, knowledge: Knowledge): readonly Word[] {
  const result: Word[] = [];
  for (const word of words) {
    const split = splitOffice(result.at(-1), word, text, knowledge);
    if (split) result.splice(-1, 1, ...split);
    else result.push(word);
  }
  return result;
}

/** The title that `splitOffices` left of 局长. */
export const HEAD_OF = "长";

function splitOffice(before: Word | undefined, title: Word, text: string, { lexicon }: Knowledge): Word[] | undefined {
  if (title.end - title.start !== 2 || text[title.start + 1] !== HEAD_OF || !isTitle(title) || before?.end !== title.start || !canBeField(before)) return undefined;
  const middle = title.start + 1;
  const tail: Word = { ...title, start: middle };
  const whole = lexicon.trie.valueOf(text.slice(before.start, middle));
  if (whole >= 0) return [{ start: before.start, end: middle, symbol: lexicon.entries[whole]!.symbol, ref: { kind: "entry", entry: lexicon.entries[whole]! } }, tail];
  const head = lexicon.trie.valueOf(text[title.start] as string);
  if (head < 0 || !lexicon.entries[head]!.classes.has("list.agency-head")) return undefined;
  return [before, { start: title.start, end: middle, symbol: lexicon.entries[head]!.symbol, ref: { kind: "entry", entry: lexicon.entries[head]! } }, tail];
}

const isTitle = ({ ref }: Word): boolean => ref?.kind === "entry" && ref.entry.classes.has("list.title");

/** A word that can name what an office is for: a noun of two characters or more. */
function canBeField({ start, end, ref }: Word): boolean {
  if (ref?.kind !== "entry" || end - start < 2) return false;
  const { classes } = ref.entry;
  return !classes.has("list.title-prefix") && !classes.has("list.title") && !classes.has("place") && FIELDS.some((name) => classes.has(name));
}

const FIELDS = ["pos.n", "pos.vn", "pos.j", "pos.v", "pos.s", "list.name-verb"];
