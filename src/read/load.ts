import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { explain, type Source } from "./sources.js";

/** A file can't be read, or not to its end. The message is a sentence for the reader of the report. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** The most bytes that one page, or one line of a JSONL file, may have: V8 can't hold much longer strings. */
export const LARGEST_PAGE = 256 * 1024 * 1024;

/** A file's bytes as they come, unpacked. Throws `Unreadable` after the last bytes that could be read. */
export async function* chunksOf({ path, isGzipped }: Source): AsyncGenerator<Buffer> {
  yield* readable(createReadStream(path, { highWaterMark: 1 << 18 }), isGzipped);
}

async function* readable(file: Readable, isGzipped: boolean): AsyncGenerator<Buffer> {
  const gunzip = isGzipped ? createGunzip() : undefined;
  const stream = gunzip ? file.pipe(gunzip) : file;
  file.on("error", error => gunzip?.destroy(error));
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw unreadable(error as NodeJS.ErrnoException);
  } finally {
    file.destroy();
    gunzip?.destroy();
  }
}

function unreadable(error: NodeJS.ErrnoException): Unreadable {
  if (error.code === "Z_BUF_ERROR")
    return new Unreadable("The gzipped file ends too early: its end is missing.", "Copy or download it again.");
  if (error.code?.startsWith("Z_"))
    return new Unreadable(
      "The file is named .gz but is no sound gzip file.",
      "Copy or download it again, or take .gz off its name if it isn't packed.",
    );
  return new Unreadable(...explain(error.code ?? "unknown"));
}

export interface Loaded {
  readonly bytes: Buffer;
  /** Why the bytes end where they do, when that is not the file's end. */
  readonly cut?: Unreadable;
}

/** All bytes of one page. What came before a fault is returned with it; throws `Unreadable` if nothing came. */
export async function load(source: Source): Promise<Loaded> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of chunksOf(source)) {
      length += chunk.length;
      if (length > LARGEST_PAGE)
        throw new Unreadable(
          `The page is larger than ${LARGEST_PAGE / 2 ** 20} MB${source.isGzipped ? " when unpacked" : ""}.`,
          "Split it into pages; JSONL files may have any size.",
        );
      chunks.push(chunk);
    }
  } catch (error) {
    if (!(error instanceof Unreadable) || length === 0 || length > LARGEST_PAGE) throw error;
    return { bytes: Buffer.concat(chunks), cut: error };
  }
  return { bytes: Buffer.concat(chunks) };
}
