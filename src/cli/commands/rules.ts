import type { Command } from "commander";
import type { Rule } from "../../engine/rule.js";
import { loadRules } from "../../run/knowledge.js";
import { addQuiet } from "../options.js";
import { printOut } from "../stdout.js";
import { counted, type Terminal } from "../terminal.js";

export function registerRules(program: Command, terminal: Terminal): void {
  const rules = program
    .command("rules")
    .summary("list and check rules")
    .description("Lists and checks the rules that facts are found by: those that come along, and a pack of your own.");
  addQuiet(rules.command("list"), terminal)
    .summary("print every rule with its examples")
    .description("Prints every rule: what it says, where it stands, its examples and its counterexamples.")
    .argument("[dir]", "a rule pack of your own to list with the others")
    .option("--json", "print JSON, one line a rule")
    .addHelpText("after", LIST_EXAMPLES)
    .action((folder: string | undefined, options: ListOptions) => list(folder, options));
  addQuiet(rules.command("check"), terminal)
    .summary("report what is wrong in the rules")
    .description("Reads all rules, word lists and gazetteers and reports every fault with its file, line and a hint.")
    .argument("[dir]", "a rule pack of your own to check with the others")
    .addHelpText("after", CHECK_EXAMPLES)
    .action((folder: string | undefined) => check(folder, terminal));
}

const LIST_EXAMPLES = `
Examples:
  policygraph rules list
  policygraph rules list my-rules/ --json | jq -r .id`;

const CHECK_EXAMPLES = `
Examples:
  policygraph rules check
  policygraph rules check my-rules/`;

interface ListOptions {
  readonly json?: boolean;
}

async function list(folder: string | undefined, { json }: ListOptions): Promise<void> {
  const { rules } = loadRules(packsOf(folder));
  for (const rule of rules) await printOut(json ? `${JSON.stringify(recordOf(rule))}\n` : `${textOf(rule)}\n`);
}

async function check(folder: string | undefined, terminal: Terminal): Promise<void> {
  const { rules, gazetteer } = loadRules(packsOf(folder));
  const examples = rules.reduce((all, rule) => all + rule.examples.length + rule.counterexamples.length, 0);
  const counts = [
    counted(rules.length, "rule"),
    counted(examples, "example"),
    counted(gazetteer.size, "gazetteer entry", "gazetteer entries"),
  ];
  terminal.say(`${counts.join(", ")}: no faults`);
}

function packsOf(folder: string | undefined): readonly string[] {
  return folder === undefined ? [] : [folder];
}

function recordOf({ id, says, phase, file, line, sources, examples, counterexamples }: Rule): object {
  return { id, says, phase, file, line, match: sources, examples, counterexamples };
}

/**
 *     agency-issues-plan  (relations, rules/relations/issues.yaml:12)
 *       An agency, then a verb of issuing, then a plan, means that the agency issued it.
 *       + 市政府印发《港口规划》。  市政府 issues 港口规划
 *       - 市政府将研究印发《港口规划》。  A study issues nothing.
 */
function textOf(rule: Rule): string {
  const examples = rule.examples.map(({ text, finds }) => `  + ${text}  ${finds.join("; ")}`);
  const counterexamples = rule.counterexamples.map(({ text, because }) => `  - ${text}  ${because}`);
  const head = `${rule.id}  (${rule.phase}, ${rule.file}:${rule.line})`;
  return [head, `  ${rule.says}`, ...examples, ...counterexamples, ""].join("\n");
}
