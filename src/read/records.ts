import { z } from "zod";
import type { Page } from "../model/page.js";
import type { Problem } from "../model/problem.js";
import { decode } from "./decode.js";
import { LARGEST_PAGE } from "./load.js";

/** Either a page or the reason why there is none. */
export type Read = { readonly page: Page } | { readonly problem: Problem };

const optionalText = z
  .string()
  .nullish()
  .transform(text => text ?? undefined);

const record = z.object({
  id: z.string().min(1),
  text: z.string(),
  title: optionalText,
  published: optionalText,
  outlet: optionalText,
  url: optionalText,
});

const EXPECTED = 'A record is {"id": "…", "text": "…"}, with "title", "published", "outlet" and "url" as it likes.';

/** The records of a JSONL file or pipe, one by one, in memory that depends on the longest line alone. */
export async function* readJsonLines(chunks: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Read> {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number++;
    const where = `${path}:${number}`;
    if (line === undefined)
      yield {
        problem: {
          where,
          what: `The line is longer than ${LARGEST_PAGE / 2 ** 20} MB.`,
          hint: "Put each record on a line of its own.",
        },
      };
    else if (!isBlank(line)) yield readRecord(decode(line).text, path, where);
  }
}

/** The records of a JSON file: one object, an array of them, or (whatever its name says) one a line. */
export function* readJson(text: string, path: string): Generator<Read> {
  const whole = parse(text);
  if ("value" in whole) {
    const values = Array.isArray(whole.value) ? whole.value : [whole.value];
    for (const [at, value] of values.entries()) yield toPage(value, path, values.length > 1 ? `${path}[${at}]` : path);
    return;
  }
  const lines = text.split("\n");
  if (lines.filter(line => line.trim().startsWith("{")).length < 2) return yield notJson(path, whole.error);
  for (const [at, line] of lines.entries()) if (line.trim()) yield readRecord(line, path, `${path}:${at + 1}`);
}

function readRecord(line: string, path: string, where: string): Read {
  const parsed = parse(line);
  return "error" in parsed ? notJson(where, parsed.error) : toPage(parsed.value, path, where);
}

function notJson(where: string, error: string): Read {
  return { problem: { where, what: `This is not JSON: ${error}.`, hint: EXPECTED } };
}

function parse(text: string): { value: unknown } | { error: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: (error as Error).message.slice(0, 120).replace(/\.$/u, "") };
  }
}

function toPage(value: unknown, path: string, where: string): Read {
  const checked = record.safeParse(value);
  if (!checked.success)
    return { problem: { where, what: `The record is wrong: ${faults(checked.error)}.`, hint: EXPECTED } };
  const { id, ...rest } = checked.data;
  return { page: { id, path: `${path}#${id}`, ...rest, isClean: true, problems: [] } };
}

function faults(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `"${path.join(".")}": ${message}` : message))
    .join("; ");
}

/** The lines of a stream of bytes; undefined for one that is too long to hold. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | undefined> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (): Uint8Array | undefined => {
    const line = length > LARGEST_PAGE ? undefined : Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length <= LARGEST_PAGE) parts.push(part);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let newline = chunk.indexOf(NEWLINE); newline >= 0; newline = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, newline));
      yield take();
      from = newline + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

const NEWLINE = 10;

function isBlank(line: Uint8Array): boolean {
  return line.every(byte => byte === 32 || byte === 9 || byte === 13);
}
