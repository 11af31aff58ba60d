import type { Command } from "commander";
import { loadRules } from "../../../run/knowledge.js";
import { addQuiet } from "../../options.js";
import { counted, type Terminal } from "../../terminal.js";
import { packsOf } from "./packs.js";

export function registerCheck(rules: Command, terminal: Terminal): void {
  addQuiet(rules.command("check"), terminal)
    .summary("report what is wrong in the rules")
    .description("Reads all rules, word lists and gazetteers and reports every fault with its file, line and a hint.")
    .argument("[dir]", "a rule pack of your own to check with the others")
    .addHelpText("after", EXAMPLES)
    .action((folder: string | undefined) => check(folder, terminal));
}

const EXAMPLES = `
Examples:
  policygraph rules check
  policygraph rules check my-rules/`;

function check(folder: string | undefined, terminal: Terminal): void {
  const { rules, gazetteer } = loadRules(packsOf(folder));
  const examples = rules.reduce((all, rule) => all + rule.examples.length + rule.counterexamples.length, 0);
  const counts = [
    counted(rules.length, "rule"),
    counted(examples, "example"),
    counted(gazetteer.size, "gazetteer entry", "gazetteer entries"),
  ];
  terminal.say(`${counts.join(", ")}: no faults`);
}
