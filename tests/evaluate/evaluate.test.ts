import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GoldFault, readGold } from "../../src/evaluate/gold.js";
import { evaluate } from "../../src/evaluate/index.js";
import type { DocumentFacts } from "../../src/model/facts.js";
import { loadRules } from "../../src/run/knowledge.js";
import { policygraph, temporaryFolder } from "../cli/program.js";

const here = import.meta.dirname;
const facts = readFileSync(join(here, "facts.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map(line => JSON.parse(line) as DocumentFacts);
const { schema } = loadRules([]);

describe("evaluate", () => {
  const { errors, ...figures } = evaluate(readGold(join(here, "gold")), facts, schema);

  it("gives the figures of the scorer that the gold documents were annotated with (expected.json is its output)", () => {
    expect(figures).toEqual(JSON.parse(readFileSync(join(here, "expected.json"), "utf8")));
  });

  it("names every error with its document", () => {
    expect(errors.map(({ document, kind, what }) => `${document} ${kind}: ${what}`)).toEqual([
      "harbour other type: 清遠港務集團: agency, gold organization",
      "harbour extra entity: place 北江",
      "harbour extra relation: 清远市政府 governs 北江(!)",
      "harbour missed relation: 清遠港務集團 located_in 清遠市",
      "harbour extra indicator: 北江 码头 30个",
      "harbour missed indicator: 清遠市 碼頭 30個",
      "harbour wrong outlet: 南方日报, gold 清遠日報",
      "school extra entity: organization 清远市中学",
      "school wrong title: 新学校, gold 新学校落成",
      "unread missed entity: place 英德市",
      "unread wrong title: none, gold 没有读到的一页",
    ]);
  });
});

it("a gold file that isn't one is named", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.json"), '{"entities": [{"name": "清远市"}], "relations": []}');
  expect(() => readGold(folder)).toThrow(GoldFault);
  expect(() => readGold(folder)).toThrow(/a\.json: entities\.0\.type/);
});

it("policygraph evaluate prints a table, and the errors", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "school.txt"), "清远中学\n\n新学校落成\n\n清远中学昨日举行了仪式。\n");
  const { status, stdout } = await policygraph(["evaluate", join(here, "gold"), folder]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^entities +\d\.\d{3} +\d\.\d{3} +\d\.\d{3} /m);
  expect(stdout).toContain("unread  missed entity: place 英德市");
});
