import type { Word } from "../engine/segment.js";
import { entryOf, type LexiconEntry } from "../engine/lexicon.js";
import type { Knowledge } from "../engine/load.js";

/**
 * Set apart the body that shares a character with the title of its head, so that both can be named.
 *
 *     教育 | 局长          ->  教育局 | 长
 *     财政部长             ->  财政部 | 长
 *     桃园市 | 长 | 陈志英   ->  长 is the title 市长
 *     内蒙古自治区 | 党委常委  ->  党委 | 常委
 *     安定 | 区公所          ->  安定区 | 公所
 *
 * A title that stands by itself (新任局长, 教育局局长) stays whole.
 */
export function splitOffices(words: readonly Word[], text: string, knowledge: Knowledge): readonly Word[] {
  const result: Word[] = [];
  for (const [index, word] of words.entries()) {
    const committee = committeeInside(result.at(-1), word, text, knowledge);
    if (committee) {
      result.push(...committee);
      continue;
    }
    const seat = placeInside(result.at(-1), word, text, knowledge);
    if (seat) {
      result.splice(-1, 1, ...seat);
      continue;
    }
    if (!isHeadOf(word, text)) {
      const title = titleBehind(result.at(-1), word, words[index + 1], text, knowledge);
      result.push(title ? { ...word, symbol: title.symbol, ref: { kind: "entry", entry: title } } : word);
      continue;
    }
    const before = word.end - word.start === 2 ? result.at(-1) : undefined;
    const body = before ? bodyOfTwo(before, word, text, knowledge) : bodyInside(word, text, knowledge);
    if (before && body) result.pop();
    result.push(...(body ? [...body, { ...word, start: word.end - 1 }] : [word]));
  }
  return result;
}

/** The party committee of the place before it, and the post there. */
function committeeInside(before: Word | undefined, word: Word, text: string, knowledge: Knowledge): Word[] | undefined {
  const middle = word.start + COMMITTEE.length;
  if (!text.startsWith(COMMITTEE, word.start) || word.end <= middle || before?.end !== word.start) return undefined;
  if (before.ref?.kind !== "entry" || !before.ref.entry.classes.has("place")) return undefined;
  const body = entryOf(COMMITTEE, knowledge.lexicon);
  const post = entryOf(text.slice(middle, word.end), knowledge.lexicon);
  return body && post?.classes.has("list.title")
    ? [wordOf(word.start, middle, body), wordOf(middle, word.end, post)]
    : undefined;
}

const COMMITTEE = "党委";

/** The place whose last character the name of its organ has taken, where the rest of that place's name is a word. */
function placeInside(
  before: Word | undefined,
  { start, end }: Word,
  text: string,
  knowledge: Knowledge,
): Word[] | undefined {
  const middle = start + 1;
  if (!LEVELS.includes(text[start] as string) || end <= middle || before?.end !== start) return undefined;
  if (before.ref?.kind !== "entry" || before.ref.entry.classes.has("place")) return undefined;
  const place = entryOf(text.slice(before.start, middle), knowledge.lexicon);
  const organ = entryOf(text.slice(middle, end), knowledge.lexicon);
  const isOrgan = ORGANS.some(list => organ?.classes.has(list));
  return place?.classes.has("place") && organ && isOrgan
    ? [wordOf(before.start, middle, place), wordOf(middle, end, organ)]
    : undefined;
}

const LEVELS = "市县区镇乡";
const ORGANS = ["list.agency-head", "list.this-body"];

/** 局长, 财政部长: a title whose last character is 长. */
function isHeadOf({ start, end, ref }: Word, text: string): boolean {
  return (
    text[end - 1] === "长" &&
    (end - start === 2 || end - start > 3) &&
    ref?.kind === "entry" &&
    ref.entry.classes.has("list.title")
  );
}

/** The title 市长 of a lone 长 between 桃园市 and a name or 兼. */
function titleBehind(
  before: Word | undefined,
  word: Word,
  behind: Word | undefined,
  text: string,
  knowledge: Knowledge,
): LexiconEntry | undefined {
  if (text[word.start] !== "长" || word.end - word.start !== 1 || before?.end !== word.start) return undefined;
  if (behind?.start !== word.end || !canBePerson(behind)) return undefined;
  const title = entryOf(text.slice(word.start - 1, word.end), knowledge.lexicon);
  return title?.classes.has("list.title") ? title : undefined;
}

const canBePerson = ({ ref }: Word): boolean =>
  ref?.kind === "name" ||
  (ref?.kind === "entry" && (ref.entry.classes.has("pos.nr") || ref.entry.classes.has("list.title-prefix")));

function bodyInside({ start, end }: Word, text: string, knowledge: Knowledge): Word[] | undefined {
  const field = entryOf(text.slice(start, end - 2), knowledge.lexicon);
  return field && canBeField(field) && !text.slice(start, end).includes("副")
    ? wordsOf(start, end - 2, end - 1, text, knowledge)
    : undefined;
}

function bodyOfTwo(before: Word, title: Word, text: string, knowledge: Knowledge): Word[] | undefined {
  if (before.end !== title.start || before.end - before.start < 2 || text[title.start - 1] === text[title.start])
    return undefined;
  return before.ref?.kind === "entry" && canBeField(before.ref.entry)
    ? wordsOf(before.start, before.end, title.end - 1, text, knowledge)
    : undefined;
}

/** The name of the body as one word, where it is one; else its field (教育) and its head (局). */
function wordsOf(start: number, middle: number, end: number, text: string, knowledge: Knowledge): Word[] | undefined {
  const whole = entryOf(text.slice(start, end), knowledge.lexicon);
  if (whole) return [wordOf(start, end, whole)];
  const field = entryOf(text.slice(start, middle), knowledge.lexicon);
  const head = entryOf(text.slice(middle, end), knowledge.lexicon);
  return field && head?.classes.has("list.agency-head")
    ? [wordOf(start, middle, field), wordOf(middle, end, head)]
    : undefined;
}

const wordOf = (start: number, end: number, entry: LexiconEntry): Word => ({
  start,
  end,
  symbol: entry.symbol,
  ref: { kind: "entry", entry },
});

/** A word that can name what an office is for. */
function canBeField({ classes }: LexiconEntry): boolean {
  return (
    !classes.has("list.title-prefix") &&
    !classes.has("list.title") &&
    !classes.has("place") &&
    FIELDS.some(name => classes.has(name))
  );
}

const FIELDS = ["pos.n", "pos.vn", "pos.j", "pos.v", "pos.s", "pos.b", "pos.a", "pos.g", "list.name-verb"];
