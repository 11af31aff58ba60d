import { stringify } from "csv-stringify/sync";
import type { AnyGraph } from "../graphology.js";
import { cellText, tablesOf, type Cell, type Table, type TableColumn } from "./tables.js";

export interface CsvOptions {
  /** Begin each file with the mark by which Excel knows UTF-8. */
  readonly bom?: boolean;
}

/** A file of an export, with a path below where the export goes. */
export interface ExportFile {
  readonly path: string;
  readonly chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/**
 * One CSV file a table (RFC 4180 with "\n"), safe to open in a spreadsheet: a text that would be read as a formula gets an
 * apostrophe in front. Numbers stay numbers, lists are joined by " | ".
 */
export function csvFiles(graph: AnyGraph, { bom = false }: CsvOptions = {}): ExportFile[] {
  return tablesOf(graph).map(table => ({ path: `${table.name}.csv`, chunks: csvOf(table, bom) }));
}

function* csvOf(table: Table, bom: boolean): Generator<string> {
  yield (bom ? "\ufeff" : "") + csvLines([table.columns.map(({ name }) => name)]);
  for (const rows of batches(table.rows(), 500))
    yield csvLines(rows.map(row => row.map((cell, index) => safeText(cell, table.columns[index]!))));
}

export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][]);
}

/** Consecutive items in groups, so that each group is written at once. */
export function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** A NUL ends the text for many readers of CSV. */
function safeText(cell: Cell, { type }: TableColumn): string {
  const text = cellText(cell, type).replaceAll("\0", "");
  return type === "string" && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}
