import type { Command } from "commander";
import { Coverage, type RuleCoverage } from "../../../rulebook/coverage.js";
import { loadRules } from "../../../run/knowledge.js";
import { addQuiet, addRules, type RulesOption } from "../../options.js";
import { printOut } from "../../stdout.js";
import type { Terminal } from "../../terminal.js";
import { forEachPage } from "./pages.js";

export function registerCoverage(rules: Command, terminal: Terminal): void {
  addRules(addQuiet(rules.command("coverage"), terminal))
    .summary("count how often each rule fires in pages")
    .description(DESCRIPTION)
    .argument("<input...>", "files, folders and globs of pages")
    .option("--json", "print JSON, one line a rule")
    .addHelpText("after", EXAMPLES)
    .action((inputs: string[], options: Options) => cover(inputs, options, terminal));
}

const DESCRIPTION = `Reads pages and counts for each rule how often it fired (its match gave something), overlapped (another
match wanted the same words), lost (the other one got them) and was refused (by "unless", or because the sentence does not
assert it). Rules that never fired come last.`;

const EXAMPLES = `
Examples:
  policygraph rules coverage pages/
  policygraph rules coverage pages/ --json | jq -r 'select(.fired == 0).id'`;

interface Options extends RulesOption {
  readonly json?: boolean;
}

async function cover(inputs: readonly string[], { json, rules: packs }: Options, terminal: Terminal): Promise<void> {
  const coverage = new Coverage(loadRules(packs));
  await forEachPage(inputs, terminal, page => coverage.add(page));
  const sorted = [...coverage.rules].sort((a, b) => b.fired - a.fired || b.refused + b.lost - a.refused - a.lost);
  if (!json) await printOut(`  fired overlapped    lost refused  rule\n`);
  for (const one of sorted) await printOut(json ? `${JSON.stringify(recordOf(one))}\n` : rowOf(one));
  const idle = sorted.filter(({ fired }) => fired === 0).length;
  terminal.say(`${sorted.length - idle} of ${sorted.length} rules fired`);
}

function recordOf({ rule, ...counts }: RuleCoverage): object {
  return { id: rule.id, phase: rule.phase, file: rule.file, line: rule.line, ...counts };
}

function rowOf({ rule, fired, overlapped, lost, refused }: RuleCoverage): string {
  const counts = [fired, overlapped, lost, refused].map((count, column) =>
    String(count).padStart([7, 10, 7, 7][column] ?? 0),
  );
  return `${counts.join(" ")}  ${rule.id}${fired === 0 ? "  never fired" : ""}\n`;
}
