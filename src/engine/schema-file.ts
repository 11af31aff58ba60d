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
    .min(1),
  predicates: z.array(
    z.strictObject({
      id,
      label: Label,
      sentence: Sentence,
      domain: z.array(z.string()).min(1),
      range: z.array(z.string()).min(1),
      symmetric: z.boolean(),
      qualifiers: z.array(z.string()),
    }),
  ),
});

/** Read the schema. What is wrong goes to `faults`; undefined when it could not be read. */
export function readSchema(path: string, shown: string, faults: Fault[]): Schema | undefined {
  const loaded = readYaml(path, shown, SchemaSource, () => "docs/rules.md tells what the schema holds.", faults);
  if (!loaded) return undefined;
  checkIds(loaded, faults);
  checkTypes(loaded, faults);
  return loaded.source;
}

type LoadedSchema = LoadedYaml<z.output<typeof SchemaSource>>;

function checkIds({ file, source, lineOf }: LoadedSchema, faults: Fault[]): void {
  for (const part of ["types", "predicates"] as const)
    source[part].forEach(({ id: one }, index) => {
      const first = source[part].findIndex(other => other.id === one);
      if (first === index) return;
      const what = `${part}: the id "${one}" is taken by line ${lineOf([part, first, "id"])}`;
      faults.push({ file, line: lineOf([part, index, "id"]), what, hint: "Give it another id." });
    });
}

function checkTypes({ file, source, lineOf }: LoadedSchema, faults: Fault[]): void {
  const types = source.types.map(type => type.id);
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
