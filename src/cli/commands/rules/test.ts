import type { Command } from "commander";
import { formatFault, RuleFaults } from "../../../engine/faults.js";
import type { Rule } from "../../../engine/rule.js";
import { checkRule } from "../../../rulebook/examples.js";
import { failureText } from "../../../rulebook/report.js";
import { loadRules, ruleFolders } from "../../../run/knowledge.js";
import { Failure } from "../../failure.js";
import { addQuiet, addRules, type RulesOption } from "../../options.js";
import { printOut } from "../../stdout.js";
import { counted, type Terminal } from "../../terminal.js";
import { keepDoing } from "../../watch.js";

export function registerTest(rules: Command, terminal: Terminal): void {
  addRules(addQuiet(rules.command("test"), terminal))
    .summary("run the examples and counterexamples of rules")
    .description(DESCRIPTION)
    .argument("[id]", "the rule to test; without it, all of them")
    .option("--watch", "test again whenever a rule file changes, until Ctrl-C")
    .addHelpText("after", EXAMPLES)
    .action((id: string | undefined, options: TestOptions) => testOrWatch(id, options, terminal));
}

const DESCRIPTION = `Runs the examples and counterexamples of rules against the whole rulebook, and shows for each that
fails what was found instead and by which rule. Ends with status 1 when one fails.`;

const EXAMPLES = `
Examples:
  policygraph rules test
  policygraph rules test agency-issues-plan
  policygraph rules test --rules my-rules/ --watch`;

interface TestOptions extends RulesOption {
  readonly watch?: boolean;
}

async function testOrWatch(id: string | undefined, options: TestOptions, terminal: Terminal): Promise<void> {
  if (!options.watch) {
    if (!(await testRules(id, options.rules, terminal))) process.exitCode = 1;
    return;
  }
  await keepDoing(ruleFolders(options.rules), async () => {
    await testRules(id, options.rules, terminal).catch(error => sayAndCarryOn(error, terminal));
    terminal.say("Waiting for changes; Ctrl-C ends.");
  });
}

/** Whether all hold. */
async function testRules(id: string | undefined, packs: readonly string[], terminal: Terminal): Promise<boolean> {
  const knowledge = loadRules(packs);
  const results = chosen(knowledge.rules, id).flatMap(rule => checkRule(rule, knowledge));
  const failed = results.filter(({ complaints }) => complaints.length > 0);
  for (const result of failed) await printOut(`${failureText(result)}\n\n`);
  const rules = new Set(results.map(({ rule }) => rule));
  terminal.say(
    `${counted(rules.size, "rule")}, ${counted(results.length, "example")}: ${failed.length || "none"} failed`,
  );
  return failed.length === 0;
}

function chosen(rules: readonly Rule[], id: string | undefined): readonly Rule[] {
  if (id === undefined) return rules;
  const rule = rules.find(one => one.id === id);
  if (rule) return [rule];
  const near = rules.filter(one => one.id.includes(id) || id.includes(one.id)).map(one => one.id);
  const hint = near.length > 0 ? `Rules of a similar name: ${near.join(", ")}.` : "See: policygraph rules list";
  throw new Failure(`There is no rule "${id}".`, hint);
}

/** While rules are being written they are often faulty for a moment. */
function sayAndCarryOn(error: unknown, terminal: Terminal): void {
  if (error instanceof RuleFaults) for (const fault of error.faults) terminal.error(formatFault(fault));
  else if (error instanceof Failure) terminal.error(error.message, error.hint);
  else throw error;
}
