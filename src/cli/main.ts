#!/usr/bin/env node
import { CommanderError } from "commander";
import { RuleFaults } from "../engine/faults.js";
import { Failure } from "./failure.js";
import { makeProgram } from "./program.js";
import { endWhenReaderLeaves } from "./stdout.js";
import { Terminal } from "./terminal.js";

const terminal = new Terminal();
endWhenReaderLeaves();
process.exitCode = await run(process.argv.slice(2));

/** The exit status of one call of the program: 0, 1 (the work failed) or 2 (wrong usage). */
async function run(words: readonly string[]): Promise<number> {
  try {
    await makeProgram(terminal).parseAsync(words, { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Failure) {
    terminal.error(error.message, error.hint);
    return error.status;
  }
  if (error instanceof RuleFaults) {
    for (const fault of error.faults) terminal.error(`${fault.file}:${fault.line}  ${fault.what}`, fault.hint);
    return 1;
  }
  terminal.error(
    `This is a fault in policygraph itself, not in your input.\n${error instanceof Error ? error.stack : String(error)}`,
    "Please report it with the command that you ran and the lines above.",
  );
  return 1;
}
