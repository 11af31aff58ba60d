import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { endOf, MAIN, policygraph, ROOT, start, temporaryFolder } from "./program.js";

const record = (id: string, text = "广州市位于广东省。") => `${JSON.stringify({ id, text })}\n`;
const recordsOf = (stdout: string) =>
  stdout
    .split("\n")
    .filter(Boolean)
    .map(line => JSON.parse(line));

test("records of the standard input come out in their order, with their id and text", async () => {
  const { status, stdout, stderr } = await policygraph(
    ["extract", "-"],
    record("z") + record("a", " 保留空白 \n\n第二行"),
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(recordsOf(stdout).map(({ id, text }) => ({ id, text }))).toEqual([
    { id: "z", text: "广州市位于广东省。" },
    { id: "a", text: " 保留空白 \n\n第二行" },
  ]);
});

test("a path that isn't there costs neither the other pages nor their order, and ends with status 1", async () => {
  const { status, stdout, stderr } = await policygraph(["extract", "examples/pages/nansha.md", "no-such-page.txt"]);
  expect(status).toBe(1);
  expect(recordsOf(stdout).map(({ path }) => path)).toEqual(["examples/pages/nansha.md"]);
  expect(stderr).toContain("warning: no-such-page.txt: There is no such file or folder.");
});

test("an empty file and a binary among pages are told of, and the others' work is kept", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "empty.txt"), "");
  writeFileSync(
    join(folder, "picture.txt"),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 1, 2, 3, 0, 0, 7]),
  );
  writeFileSync(join(folder, "page.txt.gz"), gzipSync("深圳市发布规划\n2023-01-02 来源:示例日报\n深圳市发布规划。\n"));
  const { status, stdout, stderr } = await policygraph(["extract", folder]);
  expect(status).toBe(0);
  expect(recordsOf(stdout).map(({ id }) => id)).toEqual(["page.txt.gz"]);
  expect(stderr).toContain("empty.txt: The file is empty.");
  expect(stderr).toContain("picture.txt: The file holds no text.");
});

test("a folder without pages is an error that says what pages are", async () => {
  const folder = temporaryFolder();
  const { status, stdout, stderr } = await policygraph(["extract", folder]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain("There are no pages in this folder.");
  expect(stderr).toContain(".jsonl");
});

test("no records on the standard input are no error", async () => {
  expect(await policygraph(["extract", "-"])).toEqual({ status: 0, stdout: "", stderr: "" });
});

test.each([
  { output: "/dev/full", says: "Cannot write /dev/full: the disk is full." },
  {
    output: "no-such-folder/facts.jsonl",
    says: "Cannot write no-such-folder/facts.jsonl: there is no such file or folder.",
  },
  {
    output: "package.json/facts.jsonl",
    says: "Cannot write package.json/facts.jsonl: a part of its path is a file, not a folder.",
  },
  { output: "examples", says: "Cannot write examples: it is a folder, not a file." },
])("what can't be written is a clear error: $output", async ({ output, says }) => {
  const { status, stderr } = await policygraph(["extract", "examples/pages", "-o", output]);
  expect(status).toBe(1);
  expect(stderr).toContain(`error: ${says}`);
  expect(stderr).not.toContain("    at ");
});

test("a full disk behind the standard output is an error, too", () => {
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", `"${process.execPath}" --import tsx ${MAIN} extract examples/pages > /dev/full`],
    {
      cwd: ROOT,
      encoding: "utf8",
    },
  );
  expect(status).toBe(1);
  expect(stderr).toContain("error: Cannot write to the standard output: the disk is full.");
});

test("a reader that leaves early ends the program without a word", () => {
  const folder = temporaryFolder();
  const pages = join(folder, "pages.jsonl");
  writeFileSync(pages, Array.from({ length: 3000 }, (_, number) => record(`page-${number}`)).join(""));
  const command = `"${process.execPath}" --import tsx ${MAIN} extract ${pages} | head -c 100 > ${folder}/head; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", command], { cwd: ROOT, encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
  expect(readFileSync(join(folder, "head"))).toHaveLength(100);
});

test("faults of a rule pack come with file and line, before the first page", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "pack"));
  writeFileSync(
    join(folder, "pack", "mine.yaml"),
    'phase: names\nrules:\n  - id: Not Kebab\n    says: ""\n    match: "{nothing}"\n',
  );
  const { status, stdout, stderr } = await policygraph(["extract", "examples/pages", "--rules", join(folder, "pack")]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/mine\.yaml:3 .*kebab-case/);
  expect(stderr).toMatch(/mine\.yaml:4 /);
});

test("Ctrl-C leaves whole lines and says how far it came", async () => {
  const program = start(["extract", "-"]);
  const ended = endOf(program);
  program.stdin?.write(record("first"));
  await new Promise(resolve => createInterface({ input: program.stdout! }).once("line", resolve));
  program.kill("SIGINT");
  const { status, stdout, stderr } = await ended;
  expect(status).toBe(130);
  expect(recordsOf(stdout).map(({ id }) => id)).toEqual(["first"]);
  expect(stderr).toContain("Stopped after 1 document. The lines printed so far are whole.");
});

test("Ctrl-C leaves the old output file as it was and nothing beside it", async () => {
  const folder = temporaryFolder();
  const output = join(folder, "facts.jsonl");
  writeFileSync(output, "of the last run\n");
  const program = start(["extract", "-", "-o", output]);
  const ended = endOf(program);
  program.stdin?.write(record("first"));
  await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(2), { timeout: 30_000 });
  program.kill("SIGINT");
  const { status, stderr } = await ended;
  expect(status).toBe(130);
  expect(stderr).toContain(`${output} was not written.`);
  expect(readdirSync(folder)).toEqual(["facts.jsonl"]);
  expect(readFileSync(output, "utf8")).toBe("of the last run\n");
});

test("Ctrl-C is heard while a very long page is read", async () => {
  const program = start(["extract", "-", "--threads", "1"]);
  const ended = endOf(program);
  program.stdin?.write(
    record("short") + record("long", "广州市人民政府印发《数字经济发展规划》，副市长黎明出席。".repeat(300_000)),
  );
  await new Promise(resolve => createInterface({ input: program.stdout! }).once("line", resolve));
  await new Promise(resolve => setTimeout(resolve, 1000));
  program.kill("SIGINT");
  expect(await ended).toMatchObject({ status: 130, stderr: expect.stringContaining("Stopped after 1 document.") });
});

test("an output file inside the input folder is not read as a page", async () => {
  const folder = temporaryFolder();
  const output = join(folder, "facts.jsonl");
  writeFileSync(join(folder, "page.jsonl"), record("only"));
  await policygraph(["extract", folder, "-o", output]);
  const once = readFileSync(output, "utf8");
  const { status, stderr } = await policygraph(["extract", folder, "-o", output]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: `1 document in ${output}\n` });
  expect(readFileSync(output, "utf8")).toBe(once);
  expect(existsSync(output)).toBe(true);
});
