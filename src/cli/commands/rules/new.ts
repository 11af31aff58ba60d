import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Command, Option } from "commander";
import { PHASES, type Phase } from "../../../engine/rule.js";
import { scaffold } from "../../../rulebook/scaffold.js";
import { OWN_RULES } from "../../../run/knowledge.js";
import { Failure, toFailure } from "../../failure.js";
import { addQuiet } from "../../options.js";
import { printOut } from "../../stdout.js";
import type { Terminal } from "../../terminal.js";

export function registerNew(rules: Command, terminal: Terminal): void {
  addQuiet(rules.command("new"), terminal)
    .summary("start a rule with its example and counterexample")
    .description("Writes NAME.yaml with one small rule that works, for you to change.")
    .argument("<name>", "the id of the rule, named for what it sees: agency-issues-plan")
    .argument("[dir]", "the folder of your rules; it is made if it isn't there", "my-rules")
    .addOption(new Option("--phase <phase>", "what the rule finds").choices(PHASES).default("relations"))
    .addHelpText("after", EXAMPLES)
    .action((name: string, folder: string, { phase }: NewOptions) => create(name, folder, phase, terminal));
}

const EXAMPLES = `
Examples:
  policygraph rules new bank-lends-to-company
  policygraph rules new harbour-by-name my-rules/ --phase places`;

interface NewOptions {
  readonly phase: Phase;
}

async function create(name: string, folder: string, phase: Phase, terminal: Terminal): Promise<void> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Failure(
      `"${name}" cannot be the id of a rule.`,
      "Write small letters and digits with hyphens: agency-issues-plan.",
      2,
    );
  const file = join(folder, `${name}.yaml`);
  if (existsSync(file)) throw new Failure(`${file} stands there already.`, "Choose another name, or edit the file.");
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, scaffold(name, phase, relative(resolve(folder), join(OWN_RULES, "rules.schema.json"))));
  } catch (error) {
    throw toFailure(error, `write ${file}`);
  }
  await printOut(`${file}\n`);
  terminal.say(`Change it, then run: policygraph rules test ${name} --rules ${folder}`);
}
