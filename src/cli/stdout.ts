import { once } from "node:events";
import { Failure, toFailure } from "./failure.js";

/**
 * Writes to stdout at the pace of whoever reads it. A reader that leaves early (`… | head`) has all that it wanted, so
 * the program ends then, with status 0 and without a word.
 */
export async function printOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** To be called once, before anything is printed. */
export function endWhenReaderLeaves(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    const failure = toFailure(error, "write to the standard output");
    process.stderr.write(`error: ${failure instanceof Failure ? failure.message : error.message}\n`);
    process.exit(1);
  });
}
