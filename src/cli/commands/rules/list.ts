import type { Command } from "commander";
import type { Rule } from "../../../engine/rule.js";
import { loadRules } from "../../../run/knowledge.js";
import { addQuiet } from "../../options.js";
import { printOut } from "../../stdout.js";
import type { Terminal } from "../../terminal.js";
import { packsOf } from "./packs.js";

export function registerList(rules: Command, terminal: Terminal): void {
  addQuiet(rules.command("list"), terminal)
    .summary("print every rule with its examples")
    .description("Prints every rule: what it says, where it stands, its examples and its counterexamples.")
    .argument("[dir]", "a rule pack of your own to list with the others")
    .option("--json", "print JSON, one line a rule")
    .addHelpText("after", EXAMPLES)
    .action((folder: string | undefined, options: ListOptions) => list(folder, options));
}

const EXAMPLES = `
Examples:
  policygraph rules list
  policygraph rules list my-rules/ --json | jq -r .id`;

interface ListOptions {
  readonly json?: boolean;
}

async function list(folder: string | undefined, { json }: ListOptions): Promise<void> {
  const { rules } = loadRules(packsOf(folder));
  for (const rule of rules) await printOut(json ? `${JSON.stringify(recordOf(rule))}\n` : `${textOf(rule)}\n`);
}

function recordOf({ id, says, phase, priority, file, line, sources, examples, counterexamples }: Rule): object {
  return { id, says, phase, priority, file, line, match: sources, examples, counterexamples };
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
