import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { buildGraph } from "../../graph/build.js";
import { graphJson } from "../../graph/serialize.js";
import { documentOf, entity, schema } from "../graph/facts-literals.js";
import { policygraph, temporaryFolder } from "./program.js";

const bureau = entity("agency:海城市交通局", "海城市交通局");
const plan = entity("plan:公交条例", "公交条例");
const rail = entity("plan:轻轨规划", "轻轨规划");
const issues = documentOf("甲", "海城市交通局印发《公交条例》。", [bureau, plan], {
  says: [{ fact: "海城市交通局 issues 公交条例" }],
});
const again = documentOf("乙", "日前，海城市交通局印发《公交条例》。", [bureau, plan], {
  says: [{ fact: "海城市交通局 issues 公交条例" }],
});
const planned = documentOf("丙", "海城市交通局编制《轻轨规划》。", [bureau, rail], {
  says: [{ fact: "海城市交通局 issues 轻轨规划" }],
});

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(at("a.json"), [...graphJson(buildGraph([issues, planned], schema))].join(""));
  writeFileSync(at("b.json"), [...graphJson(buildGraph([issues, again], schema))].join(""));
});

describe("diff", () => {
  it("prints what was added, removed and changed, each with its sentences", async () => {
    const { status, stdout, stderr } = await policygraph(["diff", at("a.json"), at("b.json")]);
    expect(status).toBe(0);
    expect(stdout).toContain("- 海城市交通局 issues 轻轨规划\n    海城市交通局编制《轻轨规划》。\n");
    expect(stdout).toContain(
      "~ 海城市交通局 issues 公交条例\n    evidence:\n        + 日前，海城市交通局印发《公交条例》。\n    weight: 1 → 2\n",
    );
    expect(stderr).toContain("0 added, 2 removed, 3 changed");
  });

  it("prints the same as JSON lines", async () => {
    const { stdout } = await policygraph(["diff", at("b.json"), at("a.json"), "--json"]);
    const changes = stdout
      .trim()
      .split("\n")
      .map(line => JSON.parse(line));
    expect(changes.filter(({ change }) => change === "added").map(({ of, fact }) => [of, fact])).toEqual([
      ["node", "plan 轻轨规划"],
      ["edge", "海城市交通局 issues 轻轨规划"],
    ]);
    expect(changes.find(({ of, change }) => of === "edge" && change === "changed")).toMatchObject({
      key: "agency:海城市交通局 issues plan:公交条例",
      attributes: expect.arrayContaining([{ name: "weight", before: 2, after: 1 }]),
    });
  });

  it("finds nothing between a graph and itself", async () => {
    expect(await policygraph(["diff", at("a.json"), at("a.json")])).toEqual({
      status: 0,
      stdout: "",
      stderr: "0 added, 0 removed, 0 changed\n",
    });
  });

  it("writes a page that holds both graphs", async () => {
    const { status, stdout } = await policygraph(["diff", at("a.json"), at("b.json"), "--html", at("changes.html")]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    const page = readFileSync(at("changes.html"), "utf8");
    expect(page).toContain('"before":{');
    expect(page).toContain("轻轨规划");
  });

  it("warns where one graph is flat and the other is not", async () => {
    await policygraph(["export", at("a.json"), "--format", "graphml", "-o", at("a.graphml")]);
    const { status, stderr } = await policygraph(["diff", at("a.graphml"), at("b.json")]);
    expect(status).toBe(0);
    expect(stderr).toContain("warning: Only one of them has all attributes");
  });
});
