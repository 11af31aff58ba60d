import type { Schema } from "../model/schema.js";
import type { Fault } from "./faults.js";

/** A row of a gazetteer and where it stands. */
export interface GazetteerRow {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly within: string;
}

/** Check that the rows of all gazetteers fit together and fit the schema. */
export function checkGazetteer(rows: readonly GazetteerRow[], schema: Schema, faults: Fault[]): void {
  const types = schema.types.map(({ id }) => id);
  const first = new Map<string, GazetteerRow>();
  for (const row of rows) if (!first.has(row.key)) first.set(row.key, row);
  for (const { file, line, key, name, type, within } of rows) {
    const fault = (what: string, hint: string) => faults.push({ file, line, what: `${key}: ${what}`, hint });
    const known = first.get(key);
    if (known && known.name !== name)
      fault(
        `the key names ${known.name} in ${known.file}:${known.line}`,
        "Give this entry another key, or the same name.",
      );
    if (types.length > 0 && !types.includes(type))
      fault(`"${type}" is no entity type`, `Types are: ${types.join(", ")}.`);
    if (within !== "" && !first.has(within))
      fault(`no entry has the key "${within}"`, 'Put the key of the place that holds it under "within", or nothing.');
  }
}
