import { z } from "zod";
import { PackSource } from "../engine/pack.js";
import { SchemaSource } from "../engine/schema-file.js";

/** What editors check rule files by, as files below `rules/`. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ["rules.schema.json", textOf("A pack of policygraph's rules", PackSource)],
    ["schema.schema.json", textOf("The vocabulary of policygraph's graph", SchemaSource)],
  ]);
}

function textOf(title: string, shape: z.ZodType): string {
  const schema = z.toJSONSchema(shape, { io: "input", target: "draft-7" });
  return `${JSON.stringify({ title, ...schema }, undefined, 2)}\n`;
}
