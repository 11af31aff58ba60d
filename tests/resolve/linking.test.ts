import { describe, expect, it } from "vitest";
import type { EntityRecord } from "../../src/model/facts.js";
import { factsOf } from "../facts.js";

const entities = (text: string): readonly EntityRecord[] => factsOf(text).entities;

const keyOf = (text: string, name: string): string | undefined => entities(text).find(one => one.name === name)?.key;

describe("the entry that a mention means", () => {
  it("is Hong Kong's bureau where the page names Hong Kong, and nobody's in the gazetteers where it does not", () => {
    expect(keyOf("教育局局長陳志英說，香港的學校很好。", "教育局")).toBe("agency:hk-edb");
    expect(keyOf("教育局局長陳志英說，台南市的學校很好。", "教育局")).toBe("agency:教育局");
  });
  it("is Hong Kong's council where the page names another body that only Hong Kong has", () => {
    expect(keyOf("運輸及物流局的文件送到立法會。", "立法會")).toBe("agency:hk-legco");
    expect(keyOf("民建聯的文件送到立法會。", "立法會")).toBe("agency:hk-legco");
    expect(keyOf("外交部的文件送到立法會。", "立法會")).toBeUndefined();
  });
});

describe("the names of one body or plan", () => {
  it("are joined where 中央 follows 中共中央", () => {
    expect(entities("中共中央发出通知。中央决定开发横琴。").map(({ name, aliases }) => [name, aliases])).toContainEqual(
      ["中共中央", expect.arrayContaining(["中央"])],
    );
  });
  it("are joined where a bureau is written in full and for short", () => {
    const bureaus = entities("台南市政府經濟發展局今天說明。台南市政府經發局長陳志英到場。").filter(({ key }) =>
      key.includes("经发局"),
    );
    expect(bureaus.map(({ name, aliases }) => [name, aliases])).toEqual([
      ["台南市政府經濟發展局", ["台南市政府經發局"]],
    ]);
  });

  it("are joined where a bracket defines one behind the number of the document", () => {
    const plans = entities(
      "根据《清远市港口三年行动计划》（清工信〔2018〕9号，以下简称《港口计划》），制定本办法。《港口计划》很好。",
    );
    expect(plans.filter(({ type }) => type === "plan").map(({ aliases }) => aliases)).toEqual([["港口计划"]]);
  });
});

describe("the beginning of an event's name", () => {
  it("is another event where the name goes on to a meeting at it", () => {
    const names = entities(
      "陈志英主持中非合作论坛北京峰会和平安全高级别会议。李建国在中非合作论坛北京峰会开幕式上致辞。",
    ).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["中非合作论坛北京峰会和平安全高级别会议", "中非合作论坛北京峰会"]));
  });
});
