import { watch } from "node:fs";

/**
 * Do `work` now and again after each change in the folders, until the program is ended. Changes that come together (an
 * editor writes a file in several steps) count as one, and work never runs twice at a time.
 */
export async function keepDoing(folders: readonly string[], work: () => Promise<void>): Promise<never> {
  let changed: () => void = () => {};
  for (const folder of folders) watch(folder, { recursive: true }, () => changed());
  for (;;) {
    const change = new Promise<void>(resolve => {
      changed = resolve;
    });
    await work();
    await change;
    await new Promise(resolve => setTimeout(resolve, SETTLE_MS));
  }
}

const SETTLE_MS = 100;
