import type { Command } from "commander";
import { extract } from "../../../pipeline.js";
import { type FactChange, factChanges } from "../../../rulebook/diff.js";
import { loadRulebook } from "../../../run/knowledge.js";
import { addQuiet } from "../../options.js";
import { printOut } from "../../stdout.js";
import type { Terminal } from "../../terminal.js";
import { forEachPage } from "./pages.js";

export function registerDiff(rules: Command, terminal: Terminal): void {
  addQuiet(rules.command("diff"), terminal)
    .summary("show the facts that a change of rules adds and removes")
    .description(DESCRIPTION)
    .argument("<a>", "the rules before")
    .argument("<b>", "the rules after")
    .argument("<input...>", "files, folders and globs of pages")
    .option("--json", "print JSON, one line a fact")
    .addHelpText("after", EXAMPLES)
    .action((a: string, b: string, inputs: string[], options: Options) => compare(a, b, inputs, options, terminal));
}

const DESCRIPTION = `Extracts pages with two sets of rules and shows each fact that the second adds (+) or removes (-), with its
sentence. A folder that holds a lexicon/, like our rules/, is a whole rulebook; any other is a pack beside our rules.`;

const EXAMPLES = `
Examples:
  policygraph rules diff rules-of-last-week/ rules/ pages/
  policygraph rules diff rules/ my-rules/ pages/ --json | jq -r 'select(.change == "removed").fact'`;

interface Options {
  readonly json?: boolean;
}

async function compare(
  a: string,
  b: string,
  inputs: readonly string[],
  { json }: Options,
  terminal: Terminal,
): Promise<void> {
  const [before, after] = [loadRulebook(a), loadRulebook(b)];
  const changes: FactChange[] = [];
  await forEachPage(inputs, terminal, page =>
    changes.push(...factChanges(extract(page, before), extract(page, after))),
  );
  for (const change of changes) await printOut(json ? `${JSON.stringify(change)}\n` : textOf(change));
  const added = changes.filter(({ change }) => change === "added").length;
  terminal.say(`${added} added, ${changes.length - added} removed`);
}

function textOf({ change, document, fact, rule, sentence }: FactChange): string {
  return `${change === "added" ? "+" : "-"} ${fact}  (${rule})\n    ${sentence.replace(/\s*\n\s*/g, " ⏎ ")}\n    ${document}\n`;
}
