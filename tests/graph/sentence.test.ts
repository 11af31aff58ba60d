import { describe, expect, test } from "vitest";
import { sentencesOf } from "../../graph/sentence.js";

/** The sentence around the part of a text in brackets ⟦ ⟧. */
function check(marked: string, expected: string): void {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  const text = marked.replace(/[⟦⟧]/g, "");
  const found = sentencesOf(text)({ start, end });
  expect(text.slice(found.start, found.end)).toBe(expected);
}

describe("the sentence around a place", () => {
  test("ends after 。！？； and the quotes that close behind them", () => {
    check("昨日下雨。「⟦今日⟧晴。」他说。", "「今日晴。」");
    check("下雨！⟦晴⟧了？真的；", "晴了？");
    check("他说：“真的？！”⟦她⟧不信", "她不信");
  });

  test("ends at a line break, and has no white space around it", () => {
    check("　　标题\n　　⟦第一⟧段 \n第二段", "第一段");
  });

  test("is several where the place runs over several", () => {
    check("一。⟦二。三⟧四。五。", "二。三四。");
  });

  test("is all of a text without an end", () => {
    check("⟦没有⟧句号", "没有句号");
  });

  test("is cut where a page has no end, never within a character", () => {
    const text = "𠀀".repeat(1000);
    const { start, end } = sentencesOf(text)({ start: 1001, end: 1003 });
    expect([start, end]).toEqual([702, 1302]);
  });
});
