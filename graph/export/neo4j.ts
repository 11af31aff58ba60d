import type { AnyGraph } from "../graphology.js";
import { batches, csvLines, type ExportFile } from "./csv.js";
import { edgeTable, nodeTable, type Cell, type Table, type TableColumn } from "./tables.js";

/**
 * CSV for `neo4j-admin database import`, with its headers: types behind the names, lists in `string[]` with ";" between.
 *
 *     neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv neo4j
 */
export function neo4jFiles(graph: AnyGraph): ExportFile[] {
  return [
    { path: "nodes.csv", chunks: nodesCsv(nodeTable(graph)) },
    { path: "relationships.csv", chunks: relationshipsCsv(edgeTable(graph)) },
  ];
}

/** "free zone" -> "FreeZone"; `Node` where there is no word. */
export function labelName(name: unknown): string {
  return (
    words(name)
      .map(word => word[0]!.toUpperCase() + word.slice(1))
      .join("") || "Node"
  );
}

/** "holds position" -> "HOLDS_POSITION"; `RELATED_TO` where there is no word. */
export function relationName(name: unknown): string {
  return words(name).join("_").toUpperCase() || "RELATED_TO";
}

function words(name: unknown): string[] {
  return typeof name === "string" ? (name.match(/[\p{L}\p{N}]+/gu) ?? []) : [];
}

/** The column that tells what kind a node or an edge is: ours, else what other graphs usually call it. */
export function kindColumn(table: Table): number {
  const candidates =
    table.name === "nodes" ? ["entity_type", "node_type", "kind"] : ["predicate", "edge_type", "label", "kind"];
  const found = candidates.map(name => table.columns.findIndex(column => column.name === name));
  return found.find(index => index >= 0) ?? -1;
}

function* nodesCsv(table: Table): Generator<string> {
  const kind = kindColumn(table);
  const properties = table.columns.slice(1);
  yield csvLines([["id:ID", ...properties.map(header), ":LABEL"]]);
  for (const rows of batches(table.rows(), 500)) {
    yield csvLines(rows.map(row => [...cells(row, table.columns), `Entity;${labelName(row[kind])}`]));
  }
}

function* relationshipsCsv(table: Table): Generator<string> {
  const kind = kindColumn(table);
  const columns = inNeo4jOrder(table.columns);
  yield csvLines([[":START_ID", ":END_ID", ...columns.slice(2).map(header), ":TYPE"]]);
  for (const rows of batches(table.rows(), 500)) {
    yield csvLines(rows.map(row => [...cells(inNeo4jOrder(row), columns), relationName(row[kind])]));
  }
}

/** All relations have a direction there. */
function inNeo4jOrder<T>([id, source, target, _type, ...properties]: readonly T[]): T[] {
  return [source!, target!, id!, ...properties];
}

function header({ name, type, isList }: TableColumn): string {
  return `${name}:${isList ? "string[]" : type}`;
}

function cells(row: readonly Cell[], columns: readonly TableColumn[]): string[] {
  return row.map((cell, index) =>
    Array.isArray(cell) && columns[index]!.isList
      ? cell.map(member => oneLine(member.replaceAll(";", "；"))).join(";")
      : oneLine(cell === undefined ? "" : String(cell)),
  );
}

/** The import refuses line breaks unless it is told of them. */
function oneLine(text: string): string {
  return text.replace(/[\0\s]+/g, " ");
}
