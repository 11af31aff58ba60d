import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import jsonld from "jsonld";
import { Parser, type Quad } from "n3";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportFormats, exportGraph, type ExportFormat, type ExportOptions } from "../../../graph/export/index.js";
import { newGraph, type AnyGraph } from "../../../graph/graphology.js";
import { readGraphJson } from "../../../graph/serialize.js";
import { contentOf } from "../graph-content.js";
import { policyGraph } from "../policy-graph.js";
import { anyGraph } from "./any-graph.js";

async function filesOf(
  graph: AnyGraph,
  format: ExportFormat,
  options?: ExportOptions,
): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { path, chunks } of exportGraph(graph, format, options)) {
    const parts: Buffer[] = [];
    for await (const chunk of chunks) parts.push(Buffer.from(chunk as string));
    files[path] = Buffer.concat(parts).toString("utf8");
  }
  return files;
}

async function fileOf(graph: AnyGraph, format: ExportFormat, options?: ExportOptions): Promise<string> {
  return Object.values(await filesOf(graph, format, options))[0]!;
}

test("every format takes any graph", async () => {
  const formats = Object.keys(exportFormats) as ExportFormat[];
  await fc.assert(
    fc.asyncProperty(anyGraph, fc.constantFrom(...formats), async (graph, format) => {
      const files = await filesOf(graph, format);
      expect(Object.values(files).every(text => text.length > 0)).toBe(true);
    }),
  );
});

describe("csv", () => {
  test("has one table each for nodes, edges, evidence and documents, with numbers as numbers", async () => {
    const files = await filesOf(policyGraph, "csv");
    expect(Object.keys(files)).toEqual(["nodes.csv", "edges.csv", "evidence.csv", "documents.csv"]);
    const edges = parse(files["edges.csv"]!, { columns: true }) as Record<string, string>[];
    expect(edges.find(({ predicate }) => predicate === "issues")).toMatchObject({
      source: "agency:海城市交通局",
      target: "plan:公交条例",
      type: "Directed",
      weight: "1",
      dates: "2022-01-01",
      symmetric: "false",
    });
    const evidence = parse(files["evidence.csv"]!, { columns: true }) as Record<string, string>[];
    expect(evidence.find(({ element, of }) => of === "node" && element === "plan:公交条例")).toMatchObject({
      document: "甲/通知 1.txt",
      rule: "test-mention",
    });
  });

  test("can't make a spreadsheet calculate, and leaves negative numbers alone", async () => {
    const graph = newGraph({ type: "directed" });
    for (const start of ["=", "+", "-", "@", "\t", "＝"])
      graph.addNode(`${start}cmd`, { label: `${start}1+1`, debt: -3 });
    const cells = (parse(await fileOf(graph, "csv"), { columns: true }) as Record<string, string>[]).flatMap(row => [
      row.id!,
      row.label!,
    ]);
    expect(cells.filter(cell => !cell.startsWith("'"))).toEqual([]);
    expect(await fileOf(graph, "csv")).toContain(",-3,");
  });

  test("begins with a byte order mark for Excel where asked", async () => {
    expect((await fileOf(policyGraph, "csv", { bom: true })).charCodeAt(0)).toBe(0xfeff);
    expect((await fileOf(policyGraph, "csv")).startsWith("id,")).toBe(true);
  });

  test("any text comes back as it was, but for NULs and the apostrophe", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }).filter(text => !/\p{Surrogate}/u.test(text)),
        label => {
          const graph = newGraph({ type: "directed" });
          graph.addNode("a", { label });
          const [{ chunks }] = exportGraph(graph, "csv") as unknown as [{ chunks: Iterable<string> }];
          const [row] = parse([...chunks].join(""), { columns: true }) as { label: string }[];
          expect(row!.label.replace(/^'/, "")).toBe(label.replaceAll("\0", "").replace(/^'/, ""));
        },
      ),
    );
  });
});

describe("neo4j", () => {
  test("has the headers of neo4j-admin: types, lists, labels and ends", async () => {
    const files = await filesOf(policyGraph, "neo4j");
    const [header, ...nodes] = parse(files["nodes.csv"]!) as string[][];
    expect(header).toEqual([
      "id:ID",
      "aliases:string[]",
      "documents:int",
      "entity_type:string",
      "evidence_count:int",
      "evidence_ids:string[]",
      "evidence_rule:string",
      "evidence_sentence:string",
      "evidence_title:string",
      "first_date:string",
      "indicators:string[]",
      "joined_keys:string",
      "label:string",
      "last_date:string",
      "mentions:int",
      "name:string",
      ":LABEL",
    ]);
    expect(nodes.map(row => row.at(-1))).toEqual([
      "Entity;Agency",
      "Entity;Person",
      "Entity;Person",
      "Entity;Place",
      "Entity;Plan",
    ]);
    const [start, ...relations] = parse(files["relationships.csv"]!) as string[][];
    expect([start![0], start![1], start![2], start!.at(-1)]).toEqual([":START_ID", ":END_ID", "id:string", ":TYPE"]);
    const ids = new Set(nodes.map(([id]) => id));
    expect(relations.every(([from, to]) => ids.has(from!) && ids.has(to!))).toBe(true);
    expect(new Set(relations.map(row => row.at(-1)))).toEqual(
      new Set(["ISSUES", "HOLDS_POSITION", "GOVERNS", "MEETS"]),
    );
  });

  test("has no line break in a cell, and splits a list only at its members", async () => {
    const graph = newGraph({ type: "directed" });
    graph.addNode("a", { label: "one\ntwo", names: ["a;b", "c"] });
    const [, row] = parse(await fileOf(graph, "neo4j")) as string[][];
    expect(row).toEqual(["a", "one two", "a；b;c", "Entity;Node"]);
  });
});

describe("cypher", () => {
  test("merges nodes by key and relations by type", async () => {
    const text = await fileOf(policyGraph, "cypher");
    expect(text).toContain("CREATE CONSTRAINT entity_key IF NOT EXISTS");
    expect(text).toContain("{key: 'plan:公交条例', properties: {");
    expect(text).toContain("SET n:`Plan`, n += row.properties;");
    expect(text).toContain("MERGE (a)-[r:`HOLDS_POSITION` {key: row.key}]->(b)");
  });

  test("no text gets out of its quotes", async () => {
    const graph = newGraph({ type: "directed" });
    graph.addNode("a'}) DETACH DELETE (n) //", { note: "\\' \n \u0000 \u2028 \ud800" });
    expect(await fileOf(graph, "cypher")).toContain(
      "{key: 'a\\'}) DETACH DELETE (n) //', properties: {`note`: '\\\\\\' \\u000a \\u0000 \\u2028 \\ud800'}}",
    );
  });
});

describe("json", () => {
  test("holds everything", async () => {
    expect(contentOf(readGraphJson(await fileOf(policyGraph, "json"), "x"))).toEqual(contentOf(policyGraph));
  });

  test("node-link holds everything in networkx's form", async () => {
    const data = JSON.parse(await fileOf(policyGraph, "node-link")) as {
      directed: boolean;
      multigraph: boolean;
      nodes: { id: string }[];
      links: { source: string; key: string; evidence: unknown[] }[];
    };
    expect([data.directed, data.multigraph]).toEqual([true, true]);
    expect(data.nodes.map(({ id }) => id)).toEqual(policyGraph.nodes());
    expect(data.links.map(({ key }) => key)).toEqual(policyGraph.edges());
    expect(data.links[0]!.evidence).toEqual(policyGraph.getEdgeAttribute(data.links[0]!.key, "evidence"));
  });
});

/** Triples as sorted lines, graphs left out. */
function triples(quads: readonly Quad[]): string[] {
  const lines = quads.map(({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${valueOf(object)}`);
  return [...new Set(lines)].sort();
}

/** jsonld reads a double and writes it with 16 digits, which rounds the largest ones beyond all numbers. */
function valueOf(object: Quad["object"]): string {
  if (object.termType !== "Literal") return object.value;
  const type = object.datatype.value;
  return `${JSON.stringify(type.endsWith("double") ? finite(Number(object.value)).toPrecision(12) : object.value)}^^${type}`;
}

const finite = (value: number): number => Math.max(-Number.MAX_VALUE, Math.min(value, Number.MAX_VALUE));

async function fromJsonLd(text: string): Promise<string[]> {
  const nquads = (await jsonld.toRDF(JSON.parse(text) as object, {
    format: "application/n-quads",
  })) as unknown as string;
  return triples(new Parser({ format: "application/n-quads" }).parse(nquads));
}

describe("rdf", () => {
  test("is the same in Turtle, N-Quads and JSON-LD, to parsers of their own", async () => {
    const turtle = triples(new Parser({ format: "text/turtle" }).parse(await fileOf(policyGraph, "turtle")));
    expect(turtle.length).toBeGreaterThan(100);
    expect(triples(new Parser({ format: "application/n-quads" }).parse(await fileOf(policyGraph, "nquads")))).toEqual(
      turtle,
    );
    expect(await fromJsonLd(await fileOf(policyGraph, "jsonld"))).toEqual(turtle);
  });

  test("of an attribute that is called // is the same, too", async () => {
    const graph = newGraph({ type: "directed", multi: true });
    graph.addNode("a", { "//": 1 });
    const turtle = triples(new Parser({ format: "text/turtle" }).parse(await fileOf(graph, "turtle")));
    expect(await fromJsonLd(await fileOf(graph, "jsonld"))).toEqual(turtle);
  });

  test("of any graph is the same in all three", async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async graph => {
        const turtle = triples(new Parser({ format: "text/turtle" }).parse(await fileOf(graph, "turtle")));
        expect(triples(new Parser({ format: "application/n-quads" }).parse(await fileOf(graph, "nquads")))).toEqual(
          turtle,
        );
        expect(await fromJsonLd(await fileOf(graph, "jsonld"))).toEqual(turtle);
      }),
    );
  });

  test("says relations in published words, and who says so in named graphs", async () => {
    const quads = new Parser({ format: "application/n-quads" }).parse(await fileOf(policyGraph, "nquads"));
    const published = quads.filter(({ predicate }) => predicate.value === "https://schema.org/publisher");
    expect(published.map(({ subject, object, graph }) => [subject.value, object.value, graph.value])).toEqual([
      ["urn:policygraph:entity:plan:公交条例", "urn:policygraph:entity:agency:海城市交通局", ""],
      [
        "urn:policygraph:entity:plan:公交条例",
        "urn:policygraph:entity:agency:海城市交通局",
        "urn:policygraph:document:甲/通知%201.txt",
      ],
    ]);
  });

  test("carries the sentence, its place and its rule for each fact", async () => {
    const turtle = await fileOf(policyGraph, "turtle", { base: "https://example.org/" });
    expect(turtle).toContain('prov:value "海城市交通局印发《公交条例》，海城市市长林秋生到场。"');
    expect(turtle).toContain("prov:wasQuotedFrom <https://example.org/document:甲/通知%201.txt>");
    expect(turtle).toContain('wdt:P442 "210381"');
  });
});

describe("parquet", () => {
  test("opens in DuckDB with types, texts and numbers", async () => {
    const folder = mkdtempSync(join(tmpdir(), "policygraph-"));
    for (const { path, chunks } of exportGraph(policyGraph, "parquet")) {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks) parts.push(chunk as Uint8Array);
      writeFileSync(join(folder, path), Buffer.concat(parts));
    }
    const connection = await (await DuckDBInstance.create()).connect();
    const rows = async (sql: string) =>
      (await connection.runAndReadAll(sql.replaceAll("FOLDER", folder))).getRowObjects();
    expect(
      await rows("select label, weight, \"symmetric\" from 'FOLDER/edges.parquet' where predicate = 'meets'"),
    ).toEqual([{ label: "meets", weight: 1, symmetric: true }]);
    expect(
      await rows(
        "select n.label from 'FOLDER/edges.parquet' e join 'FOLDER/nodes.parquet' n on n.id = e.target where e.predicate = 'issues'",
      ),
    ).toEqual([{ label: "公交条例" }]);
    const types = await rows("select column_name, column_type from (describe select * from 'FOLDER/evidence.parquet')");
    expect(Object.fromEntries(types.map(row => [row.column_name, row.column_type]))).toMatchObject({
      id: "VARCHAR",
      start: "INTEGER",
      sentence: "VARCHAR",
    });
  });
});
