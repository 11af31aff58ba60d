import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endOf, policygraph, start, temporaryFolder } from "./program.js";

const output = mkdtempSync(join(tmpdir(), "policygraph-view-"));
beforeAll(async () => {
  await policygraph(["build", "examples/pages", "-o", output, "--quiet"]);
  await policygraph(["export", output, "--format", "gexf", "-o", join(output, "graph.gexf")]);
});
afterAll(() => rmSync(output, { recursive: true }));

test("the folder of a build is served until Ctrl-C, which is its regular end", async () => {
  const program = start(["view", output, "--no-open"]);
  const ended = endOf(program);
  const url = await firstLineOf(program);
  const page = await (await fetch(url)).text();
  expect(page).toContain("粤港澳大湾区");
  const graph = await (await fetch(`${url}graph.json`)).json();
  expect(graph.nodes.length).toBeGreaterThan(10);
  program.kill("SIGINT");
  expect(await ended).toMatchObject({ status: 0, stdout: `${url}\n` });
});

test.each(["graph.json", "graph.graphml", "graph.gexf"])("%s alone is served as a page", async name => {
  const program = start(["view", join(output, name), "--no-open"]);
  const url = await firstLineOf(program);
  expect(await (await fetch(url)).text()).toContain("粤港澳大湾区");
  program.kill("SIGTERM");
  expect(await once(program, "exit")).toEqual([0, null]);
});

test.each([
  { given: "nothing", says: "There is no " },
  { given: "empty", says: "holds no graph." },
  { given: "broken.json", says: "This is not JSON" },
  { given: "broken.graphml", says: "broken.graphml" },
])("what is no graph is a clear error: $given", async ({ given, says }) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "empty"));
  writeFileSync(join(folder, "broken.json"), '{"nodes": [');
  writeFileSync(join(folder, "broken.graphml"), "<graphml><graph>");
  const { status, stdout, stderr } = await policygraph(["view", join(folder, given), "--no-open"]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain(says);
  expect(stderr).not.toContain("    at ");
});

async function firstLineOf(program: ReturnType<typeof start>): Promise<string> {
  for await (const line of createInterface({ input: program.stdout! })) return line;
  throw new Error(`The program ended without a word: ${await text(program.stderr!)}`);
}
