import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkRule } from "../../src/rulebook/examples.js";
import { MutationCheck } from "../../src/rulebook/mutations.js";
import { failureText } from "../../src/rulebook/report.js";
import { loadRules } from "../../src/run/knowledge.js";
import { ROOT, temporaryFolder } from "../cli/program.js";

const own = new Set(loadRules([]).rules.map(({ id }) => id));

describe.each(["docs/rules.md", "docs/rules.zh.md"])("the packs that %s shows", name => {
  const text = readFileSync(join(ROOT, name), "utf8");
  const files = [...text.matchAll(/```yaml\n(# (\S+)\n[\s\S]*?)```/g)].map(([, body = "", path = ""]) => ({
    path,
    body,
  }));
  const packs = [...new Set(files.map(({ path }) => dirname(path)))];

  it.each(packs)("%s holds its examples, and each condition keeps something out", pack => {
    const folder = temporaryFolder();
    for (const { path, body } of files.filter(file => dirname(file.path) === pack)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), body);
    }
    const knowledge = loadRules([join(folder, pack)]);
    const rules = knowledge.rules.filter(({ id }) => !own.has(id));
    expect(rules).toHaveLength(1);
    const failed = rules.flatMap(rule => checkRule(rule, knowledge)).filter(({ complaints }) => complaints.length > 0);
    expect(failed.map(failureText)).toEqual([]);
    expect(rules.flatMap(rule => new MutationCheck(knowledge).survivors(rule))).toEqual([]);
  });

  it("are two", () => expect(packs).toHaveLength(2));
});

it("both languages show the same packs and commands", () => {
  const blocks = (name: string): string[] =>
    [...readFileSync(join(ROOT, name), "utf8").matchAll(/```(?:yaml|sh)\n[\s\S]*?```/g)].map(([one]) => one);
  expect(blocks("docs/rules.zh.md")).toEqual(blocks("docs/rules.md"));
});
