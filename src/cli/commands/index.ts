import type { Command } from "commander";
import type { Terminal } from "../terminal.js";
import { registerBuild } from "./build.js";
import { registerDiff } from "./diff.js";
import { registerEvaluate } from "./evaluate.js";
import { registerExplain } from "./explain.js";
import { registerExport } from "./export.js";
import { registerExtract } from "./extract.js";
import { registerRules } from "./rules/index.js";
import { registerView } from "./view.js";

/** Adds one command to the program. A new command is a file beside this one and a line below. */
export type RegisterCommand = (program: Command, terminal: Terminal) => void;

/** The commands in the order of the help. */
export const commands: readonly RegisterCommand[] = [
  registerBuild,
  registerExtract,
  registerView,
  registerExplain,
  registerExport,
  registerDiff,
  registerRules,
  registerEvaluate,
];
