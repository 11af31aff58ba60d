import { watch } from "node:fs";
import { RuleFaults } from "../engine/faults.js";
import { Failure, toFailure } from "./failure.js";
import { endOnSignals } from "./interrupt.js";
import type { Terminal } from "./terminal.js";

/**
 * Do `work` now and again after each change in the folders, until Ctrl-C. Changes that come together (an editor writes a
 * file in several steps) count as one, and work never runs twice at a time. Faulty rules and other failures are told and
 * waited out: while rules are being written they are often faulty for a moment.
 */
export async function keepDoing(
  folders: readonly string[],
  terminal: Terminal,
  work: () => Promise<void>,
): Promise<never> {
  let changed: () => void = () => {};
  for (const folder of folders) watchFolder(folder, () => changed());
  for (;;) {
    const change = new Promise<void>(resolve => {
      changed = resolve;
    });
    await work().catch(error => tell(error, terminal));
    terminal.say("Waiting for changes of rules; Ctrl-C ends.");
    endOnSignals(() => "Stopped waiting.");
    await change;
    await new Promise(resolve => setTimeout(resolve, SETTLE_MS));
  }
}

const SETTLE_MS = 100;

function watchFolder(folder: string, changed: () => void): void {
  try {
    watch(folder, { recursive: true }, changed);
  } catch (error) {
    throw toFailure(error, `watch ${folder}`);
  }
}

function tell(error: unknown, terminal: Terminal): void {
  if (error instanceof RuleFaults)
    for (const { file, line, what, hint } of error.faults) terminal.error(`${file}:${line}  ${what}`, hint);
  else if (error instanceof Failure) terminal.error(error.message, error.hint);
  else throw error;
}
