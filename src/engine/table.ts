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
  readFileSync(file, "utf8").split(/\r?\n/).forEach((text, index) => {
    if (text === "" || text.startsWith("#")) return;
    const cells = text.split("\t");
    if (!columns) {
      columns = cells;
      for (const name of required)
        if (!cells.includes(name)) faults.push({ file: shown, line: index + 1, what: `the table has no column "${name}"`, hint: `Its first line must name the columns: ${required.join(", ")}.` });
      return;
    }
    if (cells.length > columns.length)
      faults.push({ file: shown, line: index + 1, what: `${cells.length} cells in a table of ${columns.length} columns`, hint: "Cells are separated by single tabs." });
    rows.push({ line: index + 1, cells: Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ""])) });
  });
  return rows;
}
