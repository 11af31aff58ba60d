import { describe, expect, it } from "vitest";
import { factsOf, namesOf } from "../facts.js";

/** The figures of a page, one line each: "A 300 家". */
function figures(text: string): readonly string[] {
  const facts = factsOf(text, "2024-03-05");
  const name = namesOf(facts);
  return facts.indicators.map(({ subject, value, unit }) => `${name.get(subject)} ${value} ${unit}`);
}

describe("what a figure is stated of", () => {
  it("is who signs, and none of the examples of what the figure counts", () => {
    expect(figures("广州市与英国签署电力协议、《航运协议》等16项协议。")).toEqual(["广州市 16 项"]);
  });
  it("is who holds a fair, and no place in the quoted name of it", () => {
    expect(figures("广州市举办“龙江好物”等配套活动30场。")).toEqual(["广州市 30 场"]);
  });
  it("is what a sentence is about, and not what it is said to be a part of", () => {
    expect(figures("横琴大桥是广中江高速公路的控制性工程，设计时速80公里。")).toEqual(["横琴大桥 80 公里"]);
  });
  it("is the place that the sentence turns to", () => {
    expect(figures("广东省共有700家工厂，在清远市，新建的工厂有300家。")).toEqual(["广东省 700 家", "清远市 300 家"]);
  });
  it("is the first of the bodies that act together", () => {
    expect(figures("广州市教育局会同广州市卫生局下达专项资金3000万元。")).toEqual(["广州市教育局 3000 万元"]);
  });
  it("is the last event of the kind that stands for it", () => {
    expect(figures("第五届漂流嘉年华开幕。不像第六届全国运动会，嘉年华迎来300名选手。")).toEqual([
      "第五届漂流嘉年华 300 名",
    ]);
  });
});
