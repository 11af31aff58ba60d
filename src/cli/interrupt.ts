import { constants } from "node:os";

/**
 * Makes Ctrl-C, a closed terminal and `kill` end the program cleanly: `state` says what is finished and what isn't, and
 * unfinished files are removed on the way out (see AsideFile). The exit status is the usual 128 + signal.
 */
export function endOnSignals(state: () => string): void {
  stateNow = state;
  for (const signal of SIGNALS) if (!process.listeners(signal).includes(end)) process.on(signal, end);
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
let stateNow: () => string = () => "";

/** One listener for the whole run: a signal that comes while listeners are exchanged is lost. */
function end(signal: NodeJS.Signals): void {
  process.stderr.write(`\n${stateNow()}\n`);
  process.exit(128 + constants.signals[signal]);
}

/**
 * Lets signals and the progress line through during long work. Loops over pages await it after each page; it costs
 * nothing but once in a while.
 */
export async function breathe(): Promise<void> {
  const now = performance.now();
  if (now - lastBreath < BREATH_MS) return;
  await new Promise(resolve => setImmediate(resolve));
  lastBreath = performance.now();
}

const BREATH_MS = 50;
let lastBreath = performance.now();
