import { expect, it } from "vitest";
import { parseFactLine } from "../../src/engine/fact-line.js";
import { loadRules } from "../../src/run/knowledge.js";

const { schema } = loadRules([]);

it.each([
  ["agency 清远市委", { kind: "mention", type: "agency", name: "清远市委" }],
  ["organization Bank of China", { kind: "mention", type: "organization", name: "Bank of China" }],
  [
    "清远市委 issues 总体方案",
    { kind: "relation", subject: "清远市委", predicate: "issues", object: "总体方案", qualifiers: {} },
  ],
  [
    "Li Ming holds_position 广州市 {title: 副市长, date: 2021-05-01}",
    {
      kind: "relation",
      subject: "Li Ming",
      predicate: "holds_position",
      object: "广州市",
      qualifiers: { title: "副市长", date: "2021-05-01" },
    },
  ],
  [
    "清远市 工业增加值 = 300 亿元",
    { kind: "indicator", subject: "清远市", indicator: "工业增加值", value: 300, unit: "亿元" },
  ],
  [
    "清远市 增速 = -1.5% {period: 2020}",
    { kind: "indicator", subject: "清远市", indicator: "增速", value: -1.5, unit: "%", period: "2020" },
  ],
  ["清远市委 发布 总体方案", undefined],
  ["issues 总体方案", undefined],
  ["清远市委 issues", undefined],
  ["bureau 清远市委", undefined],
  ["清远市委", undefined],
  ["", undefined],
])("the line of an example %j", (line, fact) => {
  expect(parseFactLine(line, schema)).toEqual(fact);
});
