import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Gold = z.object({
  title: z.string().nullish(),
  published: z.string().nullish(),
  outlet: z.string().nullish(),
  entities: z.array(
    z.object({
      type: z.string(),
      name: z.string(),
      aliases: z.array(z.string()).optional(),
      optional: z.boolean().optional(),
    }),
  ),
  relations: z.array(
    z.object({
      subject: z.string(),
      predicate: z.string(),
      object: z.string(),
      qualifiers: z.record(z.string(), z.string()).optional(),
      optional: z.boolean().optional(),
    }),
  ),
  indicators: z
    .array(
      z.object({
        subject: z.string(),
        indicator: z.string(),
        value: z.coerce.number(),
        unit: z.string().default(""),
        optional: z.boolean().optional(),
      }),
    )
    .default([]),
});

/** What a person found in a document. What is `optional` counts neither when it is found nor when it is missed. */
export type GoldDocument = z.infer<typeof Gold>;

/** A gold file that cannot be used, and why. */
export class GoldFault extends Error {}

/** The gold documents of a folder (NAME.json; not manifest.json) by NAME. Throws a GoldFault. */
export function readGold(folder: string): ReadonlyMap<string, GoldDocument> {
  const files = readdirSync(folder).filter(file => file.endsWith(".json") && !file.includes("manifest"));
  return new Map(files.sort().map(file => [file.replace(/\.json$/, ""), readOne(join(folder, file))]));
}

function readOne(file: string): GoldDocument {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new GoldFault(`${file} is no JSON: ${(error as Error).message}`);
  }
  const parsed = Gold.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new GoldFault(`${file}: ${issue?.path.join(".") || "file"}: ${issue?.message}`);
}
