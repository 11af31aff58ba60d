import type { Command } from "commander";
import type { Knowledge } from "../../../engine/load.js";
import type { Rule } from "../../../engine/rule.js";
import { checkRule } from "../../../rulebook/examples.js";
import { MutationCheck } from "../../../rulebook/mutations.js";
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
    .option("--conditions", "also name the conditions of relation rules that no example needs")
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
  readonly conditions?: boolean;
  readonly watch?: boolean;
}

async function testOrWatch(id: string | undefined, options: TestOptions, terminal: Terminal): Promise<void> {
  if (!options.watch) {
    if (!(await testRules(id, options, terminal))) process.exitCode = 1;
    return;
  }
  await keepDoing({ paths: ruleFolders(options.rules) }, terminal, async () => {
    await testRules(id, options, terminal);
  });
}

/** Whether all hold. */
async function testRules(id: string | undefined, options: TestOptions, terminal: Terminal): Promise<boolean> {
  const knowledge = loadRules(options.rules);
  const tested = chosen(knowledge.rules, id);
  const results = tested.flatMap(rule => checkRule(rule, knowledge));
  const failed = results.filter(({ complaints }) => complaints.length > 0);
  for (const result of failed) await printOut(`${failureText(result)}\n\n`);
  const sizes = `${counted(tested.length, "rule")}, ${counted(results.length, "example")}`;
  terminal.say(`${sizes}: ${failed.length || "none"} failed`);
  const unneeded = options.conditions ? await testConditions(tested, knowledge, terminal) : 0;
  return failed.length === 0 && unneeded === 0;
}

/** How many conditions no example needs. */
async function testConditions(rules: readonly Rule[], knowledge: Knowledge, terminal: Terminal): Promise<number> {
  const check = new MutationCheck(knowledge);
  let unneeded = 0;
  for (const rule of rules)
    for (const dropped of check.survivors(rule)) {
      unneeded++;
      await printOut(`${rule.file}:${rule.line}  ${rule.id}: no example needs ${dropped}\n`);
    }
  terminal.say(`${counted(unneeded, "condition")} that no example needs: write the near miss that each keeps out`);
  return unneeded;
}

function chosen(rules: readonly Rule[], id: string | undefined): readonly Rule[] {
  if (id === undefined) return rules;
  const rule = rules.find(one => one.id === id);
  if (rule) return [rule];
  const near = rules.filter(one => one.id.includes(id) || id.includes(one.id)).map(one => one.id);
  const hint = near.length > 0 ? `Rules of a similar name: ${near.join(", ")}.` : "See: policygraph rules list";
  throw new Failure(`There is no rule "${id}".`, hint);
}
