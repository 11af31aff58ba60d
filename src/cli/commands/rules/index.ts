import type { Command } from "commander";
import type { Terminal } from "../../terminal.js";
import { registerCheck } from "./check.js";
import { registerCoverage } from "./coverage.js";
import { registerDiff } from "./diff.js";
import { registerList } from "./list.js";
import { registerNew } from "./new.js";
import { registerTest } from "./test.js";

export function registerRules(program: Command, terminal: Terminal): void {
  const rules = program
    .command("rules")
    .summary("list, check, write and test rules")
    .description("For whoever reads or writes rules: those that come along, and packs of your own. See docs/rules.md.");
  for (const register of registers) register(rules, terminal);
}

const registers = [registerList, registerCheck, registerNew, registerTest, registerCoverage, registerDiff];
