import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { endOf, MAIN, policygraph, ROOT, start, temporaryFolder } from "./program.js";

const FILES = ["facts.jsonl", "graph.graphml", "graph.json", "index.html", "report.json"];
const contentOf = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");

test("a build writes its five files, and the report counts what is in them", async () => {
  const output = join(temporaryFolder(), "new", "out");
  const { status, stdout, stderr } = await policygraph(["build", "examples/pages", "-o", output]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  expect(readdirSync(output).sort()).toEqual(FILES);
  const report = JSON.parse(contentOf(output, "report.json"));
  const graph = JSON.parse(contentOf(output, "graph.json"));
  const facts = contentOf(output, "facts.jsonl")
    .trim()
    .split("\n")
    .map(line => JSON.parse(line));
  expect(report).toMatchObject({
    documents: facts.length,
    entities: graph.nodes.length,
    relations: graph.edges.length,
    mentions: facts.flatMap(({ mentions }) => mentions).length,
    problems: [],
  });
  expect(report.dropped_lines).toMatchObject({ navigation: expect.any(Number), tags: 1 });
  expect(Object.values(report.seconds).every(seconds => typeof seconds === "number")).toBe(true);
  expect(stderr).toContain(
    `${facts.length} documents, ${graph.nodes.length} entities, ${graph.edges.length} relations`,
  );
  expect(stderr).toContain(`policygraph view ${output}`);
});

test("the order of the inputs and the number of threads change no byte", async () => {
  const folder = temporaryFolder();
  const pages = readdirSync(join(ROOT, "examples/pages")).map(name => `examples/pages/${name}`);
  await policygraph(["build", ...pages, "-o", join(folder, "a"), "--threads", "1", "--quiet"]);
  const { stderr } = await policygraph(["build", ...pages.reverse(), "-o", join(folder, "b"), "--quiet"]);
  expect(stderr).toBe("");
  for (const name of FILES.filter(one => one !== "report.json"))
    expect(contentOf(join(folder, "b"), name)).toBe(contentOf(join(folder, "a"), name));
});

test("a name that holds markup can't end the script that carries it", async () => {
  const output = join(temporaryFolder(), "out");
  const text = "广州市人民政府印发《</script><script>alert(1)</script>规划》。";
  const { status } = await policygraph(["build", "-", "-o", output], `${JSON.stringify({ id: "</script>", text })}\n`);
  expect(status).toBe(0);
  expect(contentOf(output, "index.html")).not.toContain("alert(1)</script>");
});

test.each([
  { output: "/proc/policygraph", says: "Cannot make the folder /proc/policygraph: " },
  { output: "package.json", says: "Cannot make the folder package.json: a file of that name stands there already." },
])("a folder that can't be made is a clear error: $output", async ({ output, says }) => {
  const { status, stderr } = await policygraph(["build", "examples/pages", "-o", output]);
  expect(status).toBe(1);
  expect(stderr).toContain(`error: ${says}`);
});

test("when the disk refuses a file, the five of the last build stay as they were", () => {
  const output = temporaryFolder();
  for (const name of FILES) writeFileSync(join(output, name), "of the last build");
  // A limit on the size of files stands for a full disk: writing fails in the middle of a file.
  const command = `trap '' XFSZ; ulimit -f 20; exec "${process.execPath}" --import tsx ${MAIN} build examples/pages -o ${output}`;
  const { status, stderr } = spawnSync("sh", ["-c", command], { cwd: ROOT, encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toMatch(/error: Cannot write .*: the file would be larger than the system allows\./);
  expect(readdirSync(output).sort()).toEqual(FILES);
  for (const name of FILES) expect(contentOf(output, name)).toBe("of the last build");
});

test("Ctrl-C leaves the files of the last build and none beside them", async () => {
  const output = temporaryFolder();
  writeFileSync(join(output, "graph.json"), "of the last build");
  const program = start(["build", "-", "-o", output]);
  const ended = endOf(program);
  program.stdin?.write(`${JSON.stringify({ id: "first", text: "广州市位于广东省。" })}\n`);
  await vi.waitFor(() => expect(readdirSync(output)).toHaveLength(6), { timeout: 30_000 });
  program.kill("SIGINT");
  const { status, stderr } = await ended;
  expect(status).toBe(130);
  expect(stderr).toMatch(/Stopped after \d documents?\. Nothing in .* was changed\./);
  expect(readdirSync(output)).toEqual(["graph.json"]);
  expect(contentOf(output, "graph.json")).toBe("of the last build");
});

test("--add brings in what another graph says, and joins what both name", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "page.txt"), "广州市位于广东省。");
  const foreign = `<graphml><key id="l" for="all" attr.name="label"/><key id="t" for="node" attr.name="type"/><graph edgedefault="directed">
    <node id="1"><data key="l">廣州市</data><data key="t">place</data></node>
    <node id="2"><data key="l">白云山</data><data key="t">place</data></node>
    <edge source="2" target="1"><data key="l">located_in</data></edge></graph></graphml>`;
  writeFileSync(join(folder, "sites.graphml"), foreign);
  const other = JSON.stringify({
    attributes: {},
    nodes: [{ key: "n", attributes: { label: "海心沙", type: "place" } }],
    edges: [],
  });
  writeFileSync(join(folder, "more.json"), other);
  const words = ["--add", join(folder, "sites.graphml"), "--add", join(folder, "more.json")];
  const { status } = await policygraph(["build", join(folder, "page.txt"), ...words, "-o", join(folder, "out")]);
  expect(status).toBe(0);
  const { nodes, edges } = JSON.parse(contentOf(join(folder, "out"), "graph.json"));
  const labels = nodes.map(({ attributes }: { attributes: { label: string } }) => attributes.label);
  expect(labels.sort()).toEqual(["广东省", "广州市", "海心沙", "白云山"]);
  const place = (label: string) =>
    nodes.find(({ attributes }: { attributes: { label: string } }) => attributes.label === label).key;
  expect(edges).toContainEqual(expect.objectContaining({ source: place("白云山"), target: place("广州市") }));
});

test("a graph to add that can't be read ends a build before anything is written", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "broken.graphml"), "<graphml><graph>");
  const words = ["build", "examples/pages", "--add", join(folder, "broken.graphml"), "-o", join(folder, "out")];
  const { status, stderr } = await policygraph(words);
  expect(status).toBe(1);
  expect(stderr).toMatch(/error: .*broken\.graphml:1:\d+ {2}/);
  expect(readdirSync(folder)).toEqual(["broken.graphml"]);
});

test("--watch builds again when a page or a rule changes, and not for what it writes itself", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "rules"));
  writeFileSync(join(folder, "page.txt"), "广州市位于广东省。");
  const output = join(folder, "out");
  const program = start(["build", folder, "--rules", join(folder, "rules"), "-o", output, "--watch"]);
  const ended = endOf(program);
  const builds = () => said.split("Waiting for changes").length - 1;
  let said = "";
  program.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  await vi.waitFor(() => expect(builds()).toBe(1), { timeout: 30_000 });
  writeFileSync(join(folder, "page.txt"), "广州市位于广东省。深圳市位于广东省。");
  await vi.waitFor(() => expect(contentOf(output, "graph.json")).toContain("深圳市"), { timeout: 30_000 });
  await vi.waitFor(() => expect(builds()).toBe(2), { timeout: 30_000 });
  writeFileSync(join(folder, "rules", "broken.yaml"), "rules: 1\n");
  await vi.waitFor(() => expect(said).toContain("broken.yaml"), { timeout: 30_000 });
  await vi.waitFor(() => expect(builds()).toBe(3), { timeout: 30_000 });
  program.kill("SIGINT");
  const { status } = await ended;
  expect(status).toBe(130);
  expect(builds()).toBe(3);
});

test("--facts continues an earlier build: the graph is that of all pages, and a page read again replaces its record", async () => {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  writeFileSync(at("a.txt"), "深圳市位于广东省。");
  await policygraph(["build", at("a.txt"), "-o", at("first"), "--quiet"]);
  writeFileSync(at("a.txt"), "广州市位于广东省。");
  writeFileSync(at("b.txt"), "海城市位于辽宁省。");
  const again = await policygraph([
    "build",
    at("a.txt"),
    at("b.txt"),
    "--facts",
    at("first/facts.jsonl"),
    "-o",
    at("again"),
  ]);
  expect(again.stderr).toContain("2 documents");
  await policygraph(["build", at("a.txt"), at("b.txt"), "-o", at("whole"), "--quiet"]);
  expect(contentOf(at("again"), "graph.json")).toBe(contentOf(at("whole"), "graph.json"));
  const parts = ["a", "b"].map(async name => {
    const { stdout } = await policygraph(["extract", at(`${name}.txt`), "--quiet"]);
    writeFileSync(at(`${name}.jsonl`), stdout);
  });
  await Promise.all(parts);
  const joined = await policygraph(["build", "--facts", at("b.jsonl"), "--facts", at("a.jsonl"), "-o", at("joined")]);
  expect(joined.status).toBe(0);
  expect(contentOf(at("joined"), "graph.json")).toBe(contentOf(at("whole"), "graph.json"));
});

test("--facts keeps different pages of one id apart, and names a line that is no record", async () => {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  for (const [name, text] of [
    ["one", "深圳市位于广东省。"],
    ["two", "海城市位于辽宁省。"],
  ] as const) {
    mkdirSync(at(name));
    writeFileSync(at(`${name}/a.txt`), text);
  }
  await policygraph(["build", at("one"), "-o", at("out"), "--quiet"]);
  const { status, stderr } = await policygraph(["build", at("two"), "--facts", at("out/facts.jsonl"), "-o", at("out")]);
  expect(status).toBe(0);
  expect(stderr).toContain('2 different documents have the id "a.txt"');
  const ids = contentOf(at("out"), "facts.jsonl")
    .trim()
    .split("\n")
    .map(line => JSON.parse(line).id);
  expect(ids).toEqual(["a.txt~1", "a.txt~2"]);
  writeFileSync(at("broken.jsonl"), "{}\n");
  const broken = await policygraph(["build", at("two"), "--facts", at("broken.jsonl"), "-o", at("out")]);
  expect(broken).toMatchObject({ status: 1, stderr: expect.stringMatching(/error: .*broken\.jsonl:1 {2}id: /) });
});
