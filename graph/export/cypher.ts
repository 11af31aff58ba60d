import type { AnyGraph } from "../graphology.js";
import { batches } from "./csv.js";
import { kindColumn, labelName, relationName } from "./neo4j.js";
import { edgeTable, nodeTable, type Cell, type Table } from "./tables.js";

/** How many nodes or relations one statement makes. */
const statementSize = 500;

/**
 * Cypher statements that build the graph in Neo4j 5, Memgraph or any openCypher store, and change nothing when run again:
 * nodes and relations are found by `key`.
 */
export function* cypher(graph: AnyGraph): Generator<string> {
  const nodes = nodeTable(graph);
  const edges = edgeTable(graph);
  yield "CREATE CONSTRAINT entity_key IF NOT EXISTS FOR (n:Entity) REQUIRE n.key IS UNIQUE;\n";
  for (const [label, rows] of rowsByKind(nodes, labelName)) {
    for (const batch of batches(rows, statementSize))
      yield nodeStatement(
        label,
        batch.map(row => nodeRow(row, nodes)),
      );
  }
  for (const [type, rows] of rowsByKind(edges, relationName)) {
    for (const batch of batches(rows, statementSize))
      yield relationStatement(
        type,
        batch.map(row => relationRow(row, edges)),
      );
  }
}

/** A label can't be a parameter, so that each has statements of its own. */
function rowsByKind(table: Table, nameOf: (kind: unknown) => string): Map<string, (readonly Cell[])[]> {
  const kind = kindColumn(table);
  const byName = new Map<string, (readonly Cell[])[]>();
  for (const row of table.rows()) {
    const name = nameOf(row[kind]);
    const rows = byName.get(name);
    if (rows) rows.push(row);
    else byName.set(name, [row]);
  }
  return byName;
}

function nodeStatement(label: string, rows: readonly string[]): string {
  return `UNWIND [\n${rows.join(",\n")}\n] AS row\nMERGE (n:Entity {key: row.key}) SET n:\`${label}\`, n += row.properties;\n`;
}

function relationStatement(type: string, rows: readonly string[]): string {
  return (
    `UNWIND [\n${rows.join(",\n")}\n] AS row\n` +
    "MATCH (a:Entity {key: row.source}) MATCH (b:Entity {key: row.target})\n" +
    `MERGE (a)-[r:\`${type}\` {key: row.key}]->(b) SET r += row.properties;\n`
  );
}

function nodeRow([id, ...cells]: readonly Cell[], table: Table): string {
  return `  {key: ${literal(id)}, properties: ${properties(cells, table, 1)}}`;
}

function relationRow([id, source, target, _type, ...cells]: readonly Cell[], table: Table): string {
  return `  {key: ${literal(id)}, source: ${literal(source)}, target: ${literal(target)}, properties: ${properties(cells, table, 4)}}`;
}

function properties(cells: readonly Cell[], { columns }: Table, from: number): string {
  const said = cells.flatMap((cell, index) =>
    cell === undefined ? [] : [`\`${columns[index + from]!.name}\`: ${literal(cell)}`],
  );
  return `{${said.join(", ")}}`;
}

/** Control characters and lone surrogates are written as \uXXXX. */
function literal(cell: Cell): string {
  if (Array.isArray(cell)) return `[${cell.map(literal).join(", ")}]`;
  if (typeof cell !== "string") return String(cell);
  const escaped = cell.replace(/[\\'\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Surrogate}/gu, character =>
    character === "\\" || character === "'"
      ? `\\${character}`
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `'${escaped}'`;
}
