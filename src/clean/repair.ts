/**
 * Take out of a text what mirrors put into it: reading aids after a character, comments, random strings, doubled
 * punctuation.
 *
 *     "舉行簽(qiān)約儀式，，雙方聯lián合"  ->  "舉行簽約儀式，雙方聯合"
 */
export function repair(text: string): string {
  return repairs.reduce(
    (repaired, { trace, from, to }) => (trace.test(repaired) ? repaired.replace(from, to) : repaired),
    withoutComments(text),
  );
}

interface Repair {
  /** Tells quickly that there is nothing to do. */
  readonly trace: RegExp;
  readonly from: RegExp;
  readonly to: string;
}

const TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";
/** One syllable with its tone; dictionaries print ɑ and ɡ. */
const PINYIN = `(?:[zcs]h|[bpmfdtnlgɡkhjqxrzcsyw])?[aɑeiouüv]{0,2}[${TONED}][aɑeiou]{0,2}(?:n[gɡ]?|r)?`;

/** Each begins with the character that it looks for and looks back from there, which is cheaper than a look back everywhere. */
const repairs: readonly Repair[] = [
  {
    trace: new RegExp(`[${TONED}]`, "u"),
    from: new RegExp(`[（(\\[［](?<=\\p{Script=Han}.)\\s?${PINYIN}(?:[\\s,，·]?${PINYIN}){0,7}\\s?[)）\\]］]`, "gu"),
    to: "",
  },
  {
    trace: new RegExp(`[${TONED}]`, "u"),
    from: new RegExp(`(?=[a-zɑɡ${TONED}])(?<=\\p{Script=Han})${PINYIN}(?![a-zɑɡA-Z${TONED}])`, "gu"),
    to: "",
  },
  {
    trace: /[ㄅ-ㄩ]/u,
    from: /[（(](?<=\p{Script=Han}.)[ㄅ-ㄩ˙ˊˇˋ\s]{1,12}[)）]/gu,
    to: "",
  },
  { trace: /([，。、；：])\1/u, from: /([，。、；：])\1+/gu, to: "$1" },
  { trace: /([,;])\1/u, from: /([,;])(?<=[\p{Script=Han}”」』）)].)\1+(?=[\p{Script=Han}“「『（(])/gu, to: "$1" },
  {
    // Twelve or more letters and digits that keep changing places are no word, code or model number.
    trace: /[a-z\d]{12}/iu,
    from: /(?=[a-zA-Z\d])(?<=[\p{Script=Han}，。、；：])(?=[a-zA-Z]{0,12}\d{1,12}[a-zA-Z]{1,12}\d{1,12}[a-zA-Z]{1,12}\d)[a-zA-Z\d]{12,40}(?=[\p{Script=Han}，。、；：]|$)/gmu,
    to: "",
  },
];

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
