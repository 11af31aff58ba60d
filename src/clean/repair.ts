import { decodeHTML } from "entities";

/**
 * Take out of a text what mirrors put into it: reading aids after a character, comments, random strings, doubled
 * punctuation, characters that are still written as markup, and marks that became others on the way.
 *
 *     "舉行簽(qiān)約儀式，，雙方聯lián合"  ->  "舉行簽約儀式，雙方聯合"
 *
 * What may be damage or not, the page tells of which the text is a part.
 */
export function repair(text: string, page = text): string {
  return repairs.reduce(
    (repaired, { isIn, from, to }) => (isIn(page) ? repaired.replace(from, to) : repaired),
    decoded(withoutComments(text)),
  );
}

interface Repair {
  /** Tells quickly whether there is something to do. */
  readonly isIn: (text: string) => boolean;
  readonly from: RegExp;
  readonly to: string;
}

const TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";
const INITIAL = "(?:[zcs]h|[bpmfdtnlgɡkhjqxrzcsyw])?";
const FINAL = "(?:n[gɡ]?|r)?";
/** One syllable with its tone; dictionaries print ɑ and ɡ. */
const PINYIN = `${INITIAL}[aɑeiouüv]{0,2}[${TONED}][aɑeiou]{0,2}${FINAL}`;
const OPEN = "[（(\\[［]";
const CLOSE = "[)）\\]］]";

const has = (trace: RegExp) => (text: string) => trace.test(text);
const hasToned = has(new RegExp(`[${TONED}]`, "u"));

const TONED_AID = new RegExp(
  ` ?${OPEN}(?<=\\p{Script=Han} ?.)\\s?${PINYIN}(?:[\\s,，·]?${PINYIN}){0,7}\\s?${CLOSE}(?: (?=\\p{Script=Han}))?`,
  "gu",
);
/** A syllable without its tone may be an abbreviation: only a page that is full of reading aids has them for such. */
const UNTONED_AID = new RegExp(
  `${OPEN}(?<=\\p{Script=Han} ?.)\\s?${INITIAL}[aeiouüv]{1,3}${FINAL}[0-5]?\\s?${CLOSE} ?`,
  "gu",
);
const FEWEST_AIDS = 5;

/** A full stop of the Latin script behind a Chinese character; initials and foreign names have such dots, too. */
const LATIN_STOP = /[.．](?<=\p{Script=Han}.)(?=\s|[\p{Script=Han}“「『]|$)/gu;

/** Each begins with the character that it looks for and looks back from there, which is cheaper than a look back everywhere. */
const repairs: readonly Repair[] = [
  {
    isIn: page =>
      /[a-z][0-5]?\s?[)）\]］]/u.test(page) &&
      count(page, UNTONED_AID) + (hasToned(page) ? count(page, TONED_AID) : 0) >= FEWEST_AIDS,
    from: UNTONED_AID,
    to: "",
  },
  { isIn: hasToned, from: TONED_AID, to: "" },
  {
    isIn: hasToned,
    from: new RegExp(`(?=[a-zɑɡ${TONED}])(?<=\\p{Script=Han})${PINYIN}(?![a-zɑɡA-Z${TONED}])`, "gu"),
    to: "",
  },
  {
    isIn: has(/[ㄅ-ㄩ]/u),
    from: /[（(](?<=\p{Script=Han}.)[ㄅ-ㄩ˙ˊˇˋ\s]{1,12}[)）]/gu,
    to: "",
  },
  { isIn: text => !text.includes("。") && count(text, LATIN_STOP) >= 2, from: LATIN_STOP, to: "。" },
  { isIn: has(/<{1,2}\p{Script=Han}/u), from: /<{1,2}(\p{Script=Han}[^<>\n]{1,80})>{1,2}/gu, to: "《$1》" },
  { isIn: has(/([，。、；：])\1/u), from: /([，。、；：])\1+/gu, to: "$1" },
  { isIn: has(/([,;])\1/u), from: /([,;])(?<=[\p{Script=Han}”」』）)].)\1+(?=[\p{Script=Han}“「『（(])/gu, to: "$1" },
  {
    // Twelve or more letters and digits that keep changing places are no word, code or model number.
    isIn: has(/[a-z\d]{12}/iu),
    from: /(?=[a-zA-Z\d])(?<=[\p{Script=Han}，。、；：])(?=[a-zA-Z]{0,12}\d{1,12}[a-zA-Z]{1,12}\d{1,12}[a-zA-Z]{1,12}\d)[a-zA-Z\d]{12,40}(?=[\p{Script=Han}，。、；：]|$)/gmu,
    to: "",
  },
];

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Characters that are still written as in HTML (&nbsp; &ldquo;): the page was escaped twice, or saved as text half-way. */
function decoded(text: string): string {
  return /&(?:#\d|#x|[a-z]{2,8};)/iu.test(text) ? decodeHTML(text) : text;
}

/** By hand, as an expression would look for the end of each of many unclosed comments. */
function withoutComments(text: string): string {
  let start = text.indexOf("<!--");
  if (start < 0) return text;
  const parts: string[] = [];
  let from = 0;
  while (start >= 0) {
    const end = text.indexOf("-->", start + 4);
    if (end < 0) break;
    parts.push(text.slice(from, start));
    from = end + 3;
    start = text.indexOf("<!--", from);
  }
  return parts.join("") + text.slice(from);
}
