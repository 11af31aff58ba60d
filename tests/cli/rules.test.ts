import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadRules } from "../../src/run/knowledge.js";
import { policygraph, temporaryFolder } from "./program.js";

test("rules check finds no fault in our own rules", async () => {
  const { status, stderr } = await policygraph(["rules", "check"]);
  expect(stderr).toMatch(/rules, .* examples, .* gazetteer entries: no faults\n$/);
  expect(status).toBe(0);
});

test("rules check reports every fault of a pack at once, with its line", async () => {
  const folder = join(temporaryFolder(), "pack");
  mkdirSync(folder);
  writeFileSync(join(folder, "one.yaml"), 'phase: names\nrules:\n  - id: "Two Words"\n    says: x\n');
  writeFileSync(join(folder, "two.yaml"), "rules: [\n");
  const { status, stdout, stderr } = await policygraph(["rules", "check", folder]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/one\.yaml:3 .*kebab-case/);
  expect(stderr).toMatch(/one\.yaml:3 .*match/);
  expect(stderr).toMatch(/two\.yaml:\d /);
});

test("rules list tells of every rule, with its examples", async () => {
  const { stdout } = await policygraph(["rules", "list", "--json"]);
  const listed = stdout
    .trim()
    .split("\n")
    .map(line => JSON.parse(line));
  expect(listed.map(({ id }) => id)).toEqual(loadRules([]).rules.map(({ id }) => id));
  for (const { says, examples, file, line } of listed) {
    expect(says).not.toBe("");
    expect(examples.length).toBeGreaterThan(0);
    expect(`${file}:${line}`).toMatch(/\.yaml:\d+$/);
  }
});
