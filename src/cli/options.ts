import { type Command, InvalidArgumentError, Option } from "commander";
import type { Terminal } from "./terminal.js";

export interface QuietOption {
  readonly quiet?: boolean;
}

export interface RulesOption {
  readonly rules: readonly string[];
}

export interface ThreadsOption {
  readonly threads?: number;
}

/** `--quiet`, obeyed before the command's own action begins. */
export function addQuiet(command: Command, terminal: Terminal): Command {
  return command.option("-q, --quiet", "say nothing but warnings and errors").hook("preAction", (_, acting) => {
    terminal.isQuiet = acting.opts<QuietOption>().quiet === true;
  });
}

/** `--rules DIR`, as often as there are packs to add. */
export function addRules(command: Command): Command {
  const gather = (folder: string, folders: string[]) => [...folders, folder];
  const option = new Option("-r, --rules <dir>", "add your own rule pack (may be given again)");
  return command.addOption(option.argParser(gather).default([], "those that come along"));
}

export function addThreads(command: Command): Command {
  return command.option("--threads <n>", "threads to extract with (default: one for each core)", wholeNumber(1, 256));
}

/** A parser of whole numbers between two bounds, for commander. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return text => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It has to be a whole number from ${least} to ${most}.`);
  };
}
