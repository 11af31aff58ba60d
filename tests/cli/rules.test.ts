import { once } from "node:events";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PHASES } from "../../src/engine/rule.js";
import { checkRule } from "../../src/rulebook/examples.js";
import { failureText } from "../../src/rulebook/report.js";
import { scaffold } from "../../src/rulebook/scaffold.js";
import { loadRules } from "../../src/run/knowledge.js";
import { endOf, policygraph, start, temporaryFolder } from "./program.js";

const LENDING = `phase: relations
rules:
  - id: bank-lends-to
    says: A body lends to another.
    match: "{bank:organization} ~ 向 {to:organization} !放贷"
    gives: { relation: cooperates_with, from: bank, to: to }
    examples: [{ text: 清远农商银行向清远港务集团放贷。, finds: ["清远农商银行 cooperates_with 清远港务集团"] }]
    counterexamples: [{ text: 清远农商银行没有向清远港务集团放贷。, because: It did not lend. }]
`;

function packOf(rules: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "lending.yaml"), rules);
  return folder;
}

describe("rules new", () => {
  it.each(PHASES)("starts a rule of the phase %s that holds its example and counterexample", phase => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "my-first-rule.yaml"), scaffold("my-first-rule", phase, "rules.schema.json"));
    const knowledge = loadRules([folder]);
    const rule = knowledge.rules.find(({ id }) => id === "my-first-rule")!;
    const failed = checkRule(rule, knowledge).filter(({ complaints }) => complaints.length > 0);
    expect(failed.map(failureText)).toEqual([]);
  });

  it("writes a file that names its schema, prints its path, and never overwrites", async () => {
    const folder = join(temporaryFolder(), "deep", "rules");
    const first = await policygraph(["rules", "new", "a-rule", folder]);
    expect(first).toMatchObject({ status: 0, stdout: `${join(folder, "a-rule.yaml")}\n` });
    const text = readFileSync(join(folder, "a-rule.yaml"), "utf8");
    const [, schema = ""] = /^# yaml-language-server: \$schema=(.+)\n/.exec(text) ?? [];
    expect(JSON.parse(readFileSync(join(folder, schema), "utf8"))).toHaveProperty("title");
    const second = await policygraph(["rules", "new", "a-rule", folder]);
    expect(second).toMatchObject({ status: 1, stderr: expect.stringContaining("stands there already") });
  });

  it("refuses a name that is no id", async () => {
    const { status, stderr } = await policygraph(["rules", "new", "A_Rule", temporaryFolder()]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("agency-issues-plan") });
  });
});

describe("rules test", () => {
  it("ends with status 0 where all hold", async () => {
    const ended = await policygraph(["rules", "test", "bank-lends-to", "--rules", packOf(LENDING)]);
    expect(ended).toEqual({ status: 0, stdout: "", stderr: "1 rule, 2 examples: none failed\n" });
  });

  it("shows for a failure what was found instead, and by which rule", async () => {
    const broken = LENDING.replace("!放贷", "!借款");
    const { status, stdout } = await policygraph(["rules", "test", "bank-lends-to", "--rules", packOf(broken)]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/lending\.yaml:7 {2}bank-lends-to: example\n/);
    expect(stdout).toContain("  not found: 清远农商银行 cooperates_with 清远港务集团\n");
    expect(stdout).toMatch(/ {4}organization 清远港务集团 {2}\([a-z-]+\)\n/);
  });

  it("names the conditions that no example needs", async () => {
    const { status, stdout } = await policygraph([
      "rules",
      "test",
      "bank-lends-to",
      "--conditions",
      "--rules",
      packOf(LENDING),
    ]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/bank-lends-to: no example needs 向 of /);
    expect(stdout).not.toContain("must be asserted");
  });

  it("tells of rules of a similar name where there is none of the name", async () => {
    const { status, stderr } = await policygraph(["rules", "test", "bank-lends", "--rules", packOf(LENDING)]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining("Rules of a similar name: bank-lends-to"),
    });
  });

  it("--watch tests again after each change, and waits while the rules are faulty", async () => {
    const folder = packOf(LENDING);
    const program = start(["rules", "test", "bank-lends-to", "--rules", folder, "--watch"]);
    const ended = endOf(program);
    const nextWait = waits(program);
    await nextWait();
    appendFileSync(join(folder, "lending.yaml"), "    colour: red\n");
    expect(await nextWait()).toMatch(/lending\.yaml:\d+ {2}rules\.0: .*colour/);
    writeFileSync(join(folder, "lending.yaml"), LENDING.replace("没有向", "当天向"));
    await nextWait();
    program.kill("SIGINT");
    const { status, stdout } = await ended;
    expect(status).toBe(130);
    expect(stdout).toContain("found, and should not be: 清远农商银行 cooperates_with 清远港务集团");
  });
});

/** What the program said up to the next time that it waits for a change. An error when it ends before. */
function waits(program: ReturnType<typeof start>): () => Promise<string> {
  let said = "";
  program.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return async () => {
    while (!said.includes("Waiting for changes")) {
      if (program.exitCode !== null) throw new Error(`The program ended (${program.exitCode}): ${said}`);
      await Promise.race([once(program.stderr!, "data"), once(program, "close")]);
    }
    const before = said;
    said = "";
    return before;
  };
}

describe("rules coverage and rules diff", () => {
  const pages = (): string => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "pages"));
    const record = { id: "a", text: "清远农商银行昨日向清远港务集团放贷。清远农商银行没有向清远市图书馆放贷。" };
    writeFileSync(join(folder, "pages", "a.jsonl"), `${JSON.stringify(record)}\n`);
    return join(folder, "pages");
  };

  it("coverage counts what became of each rule's matches", async () => {
    const { status, stdout } = await policygraph(["rules", "coverage", pages(), "--rules", packOf(LENDING), "--json"]);
    expect(status).toBe(0);
    const rows = stdout
      .trim()
      .split("\n")
      .map(line => JSON.parse(line) as { id: string });
    expect(rows.find(({ id }) => id === "bank-lends-to")).toMatchObject({
      fired: 1,
      overlapped: 0,
      lost: 0,
      refused: 1,
    });
    expect(rows).toHaveLength(loadRules([]).rules.length + 1);
  });

  it("diff shows each fact that a pack adds and another removes, with its sentence", async () => {
    const other = packOf(
      LENDING.replace("cooperates_with, from", "supports, from").replaceAll("cooperates_with", "supports"),
    );
    const { status, stdout, stderr } = await policygraph(["rules", "diff", packOf(LENDING), other, pages()]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "1 added, 1 removed\n" });
    expect(stdout).toContain(
      "- 清远农商银行 cooperates_with 清远港务集团  (bank-lends-to)\n    清远农商银行昨日向清远港务集团放贷。\n",
    );
    expect(stdout).toContain("+ 清远农商银行 supports 清远港务集团  (bank-lends-to)\n");
  });
});
