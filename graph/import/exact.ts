import type { Attributes } from "graphology-types";
import { z } from "zod";

/** What `exactJson` writes. */
const exactSchema = z.object({
  key: z.string().optional(),
  values: z.record(z.string(), z.unknown()),
  numbers: z.record(z.string(), z.enum(["NaN", "Infinity", "-Infinity", "-0"])),
});

/** Put back what the columns of a file couldn't say. Gives the key too, where the file couldn't say it; undefined for other texts. */
export function restoreExact(text: string, attributes: Attributes): { key?: string } | undefined {
  const exact = exactSchema.safeParse(parsed(text));
  if (!exact.success) return undefined;
  const { key, values, numbers } = exact.data;
  for (const name of Object.keys(values)) if (name !== "__proto__") attributes[name] = values[name];
  for (const name of Object.keys(numbers)) attributes[name] = Number(numbers[name]);
  return { key };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
