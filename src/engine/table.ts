import { readFileSync } from "node:fs";
import type { Fault } from "./faults.js";

/** One line of a TSV table, by column name, and where it stands. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Read a TSV table: "#" lines are comments, the first other line names the columns. Faults are collected. */
export function readTable(file: string, shown: string, required: readonly string[], faults: Fault[]): Row[] {
  const rows: Row[] = [];
  let columns: string[] | undefined;
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((line, index) => {
      const text = line.endsWith("\r") ? line.slice(0, -1) : line;
      if (text === "" || text.startsWith("#")) return;
      const values = text.split("\t");
      if (!columns) {
        columns = values;
        for (const name of required)
          if (!values.includes(name))
            faults.push({
              file: shown,
              line: index + 1,
              what: `the table has no column "${name}"`,
              hint: `Its first line must name the columns: ${required.join(", ")}.`,
            });
        return;
      }
      if (values.length > columns.length)
        faults.push({
          file: shown,
          line: index + 1,
          what: `${values.length} cells in a table of ${columns.length} columns`,
          hint: "Cells are separated by single tabs.",
        });
      const cells: Record<string, string> = {};
      for (let i = 0; i < columns.length; i++) cells[columns[i] as string] = values[i] ?? "";
      rows.push({ line: index + 1, cells });
    });
  return rows;
}
