import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { exportFormats } from "../../graph/export/index.js";
import { graphJson } from "../../graph/serialize.js";
import { policyGraph } from "../graph/policy-graph.js";
import { policygraph, temporaryFolder } from "./program.js";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, "out"));
  writeFileSync(join(folder, "out/graph.json"), [...graphJson(policyGraph)].join(""));
});

const at = (name: string) => join(folder, name);
const contentOf = (name: string) => readFileSync(at(name), "utf8");
const exported = (...words: readonly string[]) => policygraph(["export", at("out"), ...words]);

describe("export", () => {
  it("writes a file under the name given, and read back that is the same graph", async () => {
    expect(await exported("--format", "graphml", "--lossless", "-o", at("new/a.graphml"))).toMatchObject({
      status: 0,
      stdout: "",
    });
    expect(readdirSync(at("new"))).toEqual(["a.graphml"]);
    const again = await policygraph(["export", at("new/a.graphml"), "--format", "json", "-o", at("back.json")]);
    expect(again).toMatchObject({ status: 0 });
    expect(JSON.parse(contentOf("back.json"))).toEqual(JSON.parse(contentOf("out/graph.json")));
  });

  it("puts tables in a folder: CSV with the mark for Excel, Parquet that DuckDB opens", async () => {
    expect(await exported("--format", "csv", "--bom", "-o", at("tables"))).toMatchObject({ status: 0 });
    expect(readdirSync(at("tables")).sort()).toEqual(["documents.csv", "edges.csv", "evidence.csv", "nodes.csv"]);
    expect(contentOf("tables/nodes.csv").codePointAt(0)).toBe(0xfeff);
    expect(parse(contentOf("tables/nodes.csv"), { bom: true, columns: true })).toHaveLength(policyGraph.order);
    expect(await exported("--format", "parquet", "-o", at("tables"))).toMatchObject({ status: 0 });
    const database = await (await DuckDBInstance.create()).connect();
    const rows = await database.runAndReadAll(`select count(*)::int from '${at("tables/edges.parquet")}'`);
    expect(rows.getRows()).toEqual([[policyGraph.size]]);
  });

  it("puts a file into a folder that is there, under a name of its own, and tells where", async () => {
    const { stderr } = await exported("--format", "gexf", "-o", at("out"));
    expect(stderr).toContain(at("out/graph.gexf"));
    expect(contentOf("out/graph.gexf")).toContain("<gexf");
  });

  it("exports the part that is selected, in the dialect asked for", async () => {
    const select = "types=agency,plan;predicates=issues";
    await exported("--format", "graphml", "--dialect", "yed", "--select", select, "-o", at("part.graphml"));
    expect(contentOf("part.graphml").match(/<node /g)).toHaveLength(2);
    expect(contentOf("part.graphml").match(/<edge /g)).toHaveLength(1);
    expect(contentOf("part.graphml")).toContain("NodeLabel");
  });

  it("tells how much it wrote, and warns where the selection leaves nothing", async () => {
    const all = await exported("--format", "json", "-o", at("all.json"));
    expect(all.stderr).toContain(`${policyGraph.order} nodes, ${policyGraph.size} edges`);
    const { status, stderr } = await exported("--format", "json", "--select", "from=2050", "-o", at("none.json"));
    expect(status).toBe(0);
    expect(stderr).toContain("warning: Nothing of the graph is left to write.");
    expect(stderr).toContain("0 nodes, 0 edges");
  });

  it("begins names in RDF as --base says", async () => {
    await exported("--format", "turtle", "--base", "https://example.org/graph/", "-o", at("graph.ttl"));
    expect(contentOf("graph.ttl")).toContain("https://example.org/graph/");
    expect(contentOf("graph.ttl")).not.toContain("urn:policygraph:entity");
  });

  it("says what XML could not hold, and how nothing is lost", async () => {
    const graph = { attributes: {}, nodes: [{ key: "a", attributes: { label: "a\u0001b\nc" } }], edges: [] };
    writeFileSync(at("foreign.json"), JSON.stringify(graph));
    const { stderr } = await policygraph(["export", at("foreign.json"), "--format", "graphml", "-o", at("x.graphml")]);
    expect(stderr).toMatch(/warning: \d+ characters? that XML can't hold left out, \d+ line breaks? written as spaces/);
    expect(stderr).toContain("--lossless");
  });

  it.each([
    { words: ["--format", "docx"], status: 2, says: Object.keys(exportFormats).join(", ") },
    { words: ["--format", "gexf", "--bom"], status: 2, says: "--bom is for csv, not for gexf." },
    { words: ["--format", "turtle", "--base", "a b"], status: 2, says: "Write an absolute IRI" },
    { words: ["--format", "gexf", "--select", "kinds=plan"], status: 2, says: '"kinds" is no part of a selection' },
    { words: ["--format", "gexf", "--select", "types=planet"], status: 2, says: 'No node is of type "planet"' },
  ])("tells wrong usage and writes nothing: $words", async ({ words, status, says }) => {
    const ended = await exported(...words, "-o", at("target"));
    expect(ended.status).toBe(status);
    expect(ended.stderr.replace(/"(\w[\w-]*)"(?=[,)])/g, "$1")).toContain(says.replace(/"(\w[\w-]*)"(?=[,)])/g, "$1"));
    expect(readdirSync(folder)).toEqual(["out"]);
  });

  it("leaves the files of the last export where a graph is broken", async () => {
    writeFileSync(at("broken.gexf"), "<gexf><graph><nodes><node");
    writeFileSync(at("nodes.csv"), "of the last export");
    const { status, stderr } = await policygraph(["export", at("broken.gexf"), "--format", "csv", "-o", folder]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/error: .*broken\.gexf:1:\d+ {2}This is not well-formed XML/);
    expect(contentOf("nodes.csv")).toBe("of the last export");
  });
});
