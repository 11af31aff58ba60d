import { z } from "zod";
import type { Schema } from "../model/schema.js";
import type { Fault } from "./faults.js";
import { type LoadedYaml, readYaml } from "./yaml-file.js";

const Label = z.strictObject({ en: z.string().min(1), "zh-Hant": z.string().min(1), "zh-Hans": z.string().min(1) });

const Sentence = z.strictObject({ en: sentence(), "zh-Hant": sentence(), "zh-Hans": sentence() });

function sentence() {
  return z.string().regex(/\{from\}.*\{to\}|\{to\}.*\{from\}/, "a sentence holds {from} and {to}");
}

const id = z.string().regex(/^[a-z][a-z0-9_]*$/, "an id is in small letters: holds_position");

/** The file of the graph's vocabulary: `rules/schema.yaml`. */
export const SchemaSource = z.strictObject({
  types: z
    .array(
      z.strictObject({
        id,
        label: Label,
        color: z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour is written "#rrggbb"'),
      }),
    )
    .default([]),
  predicates: z
    .array(
      z.strictObject({
        id,
        label: Label,
        sentence: Sentence,
        domain: z.array(z.string()).min(1),
        range: z.array(z.string()).min(1),
        symmetric: z.boolean(),
        qualifiers: z.array(z.string()),
      }),
    )
    .default([]),
});

/** A schema file by its path, and as a reader would look for it. */
interface SchemaFile {
  readonly path: string;
  readonly shown: string;
}

/**
 * Read the schemas of all folders as one: a pack for a new field brings types and predicates of its own. What is wrong goes
 * to `faults`; undefined when one could not be read.
 */
export function readSchemas(files: readonly SchemaFile[], faults: Fault[]): Schema | undefined {
  const loaded = files.map(({ path, shown }) => readYaml(path, shown, SchemaSource, () => HINT, faults));
  const readable = loaded.filter(one => one !== undefined);
  if (readable.length < loaded.length) return undefined;
  const all = readable.map(({ source }) => source);
  const schema = { types: all.flatMap(({ types }) => types), predicates: all.flatMap(({ predicates }) => predicates) };
  for (const part of ["types", "predicates"] as const) checkIds(readable, part, faults);
  for (const one of readable) checkTypes(one, schema, faults);
  return schema;
}

const HINT = "docs/rules.md tells what the schema holds.";

type LoadedSchema = LoadedYaml<z.output<typeof SchemaSource>>;

function checkIds(schemas: readonly LoadedSchema[], part: "types" | "predicates", faults: Fault[]): void {
  const places = new Map<string, string>();
  for (const { file, source, lineOf } of schemas)
    source[part].forEach(({ id: one }, index) => {
      const line = lineOf([part, index, "id"]);
      const first = places.get(one);
      if (first === undefined) places.set(one, `${file}:${line}`);
      else
        faults.push({ file, line, what: `${part}: the id "${one}" is taken by ${first}`, hint: "Give it another id." });
    });
}

function checkTypes({ file, source, lineOf }: LoadedSchema, schema: Schema, faults: Fault[]): void {
  const types = schema.types.map(type => type.id);
  source.predicates.forEach((predicate, index) => {
    for (const part of ["domain", "range"] as const)
      predicate[part].forEach((type, place) => {
        if (types.includes(type)) return;
        const what = `${predicate.id}: "${type}" is no entity type`;
        const line = lineOf(["predicates", index, part, place]);
        faults.push({ file, line, what, hint: `Types are: ${types.join(", ")}.` });
      });
  });
}
