import { parquetWriteBuffer, type BasicType } from "hyparquet-writer";
import type { AnyGraph } from "../graphology.js";
import type { ExportFile } from "./csv.js";
import { cellText, tablesOf, type Table, type TableColumn } from "./tables.js";

/** One Parquet file a table, for DuckDB, pandas, Polars and Spark. Lists are texts joined by " | ". */
export function parquetFiles(graph: AnyGraph): ExportFile[] {
  return tablesOf(graph).map(table => ({ path: `${table.name}.parquet`, chunks: parquetOf(table) }));
}

function* parquetOf(table: Table): Generator<Uint8Array> {
  const rows = [...table.rows()];
  const columnData = table.columns.map((column, index) => ({
    name: column.name,
    type: parquetTypes[column.type],
    nullable: true,
    data: rows.map(row => valueOf(row[index], column)),
  }));
  yield new Uint8Array(parquetWriteBuffer({ columnData, createdBy: "policygraph" }));
}

const parquetTypes: Readonly<Record<TableColumn["type"], BasicType>> = {
  boolean: "BOOLEAN",
  int: "INT32",
  double: "DOUBLE",
  string: "STRING",
};

/** Lone surrogates have no form in UTF-8. */
function valueOf(cell: Parameters<typeof cellText>[0], { type }: TableColumn): string | number | boolean | undefined {
  if (cell === undefined) return undefined;
  return type === "string" ? cellText(cell, type).replace(/\p{Surrogate}/gu, "\ufffd") : (cell as number | boolean);
}
