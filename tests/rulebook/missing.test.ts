import { describe, expect, it } from "vitest";
import { parseFactLine } from "../../src/engine/fact-line.js";
import { examplePage } from "../../src/rulebook/examples.js";
import { missingText } from "../../src/rulebook/explanation-text.js";
import { type WantedRelation, whyMissing } from "../../src/rulebook/missing.js";
import { loadRules } from "../../src/run/knowledge.js";

const knowledge = loadRules([]);
const TEXT = "广州市副市长陈志英出席会议。清远市政府希望印发《港口岸线规划》。";

describe("why a relation is missing", () => {
  it.each([
    [
      "found all the same",
      "陈志英 holds_position 广州市",
      /^It was found:\n {2}陈志英 holds_position 广州市 \{title: 副市长\} {2}\(title-before-name\)/,
    ],
    [
      "refused",
      "清远市政府 issues 港口岸线规划",
      /^nearest rule: issues-plan .*\n {2}in .*\n {2}pattern .*<issue-verb>.*\n {2}matched {2}清远市政府希望印发《港口岸线规划》\n {2}refused {2}not asserted: 希望/,
    ],
    ["not in the text", "省政府 issues 港口岸线规划", /^The text does not hold 省政府\./],
    ["no entity", "会议 issues 港口岸线规划", /^Nothing is called 会议\. It was read as:\n {2}会议 \(a word: /],
    [
      "of another type",
      "港口岸线规划 issues 港口岸线规划",
      /^港口岸线规划 was read as plan, and the predicate takes agency, /,
    ],
    ["not in one sentence", "广州市 issues 港口岸线规划", /^The two are never named in one sentence\./],
  ])("%s", (_, wanted, says) => {
    expect(why(wanted, TEXT)).toMatch(says);
  });

  it("the first part of the nearest rule that failed, at which word", () => {
    expect(why("清远市政府 issues 港口岸线规划", "清远市政府昨日收藏《港口岸线规划》。")).toMatch(
      /nearest rule: issues-plan[^]*?matched {2}清远市政府\n {2}failed {3}!<issue-verb> \(.+ …\) at 昨日收藏/,
    );
  });
});

function why(wanted: string, text: string): string {
  const missing = whyMissing(parseFactLine(wanted, knowledge.schema) as WantedRelation, examplePage(text), knowledge);
  return missingText(missing, missing.explanation, knowledge);
}
