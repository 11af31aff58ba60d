import type { Command } from "commander";
import type { Evaluation } from "../../evaluate/index.js";
import type { Rates } from "../../evaluate/rates.js";
import type { DocumentFacts } from "../../model/facts.js";
import { loadRules } from "../../run/knowledge.js";
import { Failure, toFailure } from "../failure.js";
import { addQuiet, addRules, addThreads, type RulesOption, type ThreadsOption } from "../options.js";
import { Reading, readAll } from "../reading.js";
import { printOut } from "../stdout.js";
import type { Terminal } from "../terminal.js";

export function registerEvaluate(program: Command, terminal: Terminal): void {
  const command = program
    .command("evaluate")
    .summary("measure what is found against what people found")
    .description(DESCRIPTION)
    .argument("<gold>", "the folder of gold documents, NAME.json for the page NAME.txt")
    .argument("<input...>", "the pages: files, folders and globs")
    .option("--json", "print the figures and errors as JSON");
  addThreads(addRules(addQuiet(command, terminal)))
    .addHelpText("after", EXAMPLES)
    .action((gold: string, inputs: string[], options: Options) => evaluatePages(gold, inputs, options, terminal));
}

const DESCRIPTION = `Extracts pages and compares their facts with gold documents: precision, recall and F1 by entity type
and predicate, and every error. A gold document holds entities, relations and indicators by name.`;

const EXAMPLES = `
Examples:
  policygraph evaluate gold/ pages/
  policygraph evaluate gold/ pages/ --rules my-rules/ --json | jq .relations.f1`;

interface Options extends RulesOption, ThreadsOption {
  readonly json?: boolean;
}

async function evaluatePages(
  folder: string,
  inputs: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const { json, rules: packs, threads } = options;
  const { evaluate } = await import("../../evaluate/index.js");
  const gold = await goldOf(folder);
  const knowledge = loadRules(packs);
  const facts: DocumentFacts[] = [];
  const reading = new Reading();
  await readAll({ inputs, knowledge, packs, threads }, reading, terminal, line => {
    facts.push(JSON.parse(line) as DocumentFacts);
  });
  terminal.problems(reading.problems, "");
  const result = evaluate(gold, facts, knowledge.schema);
  if (result.absent > 0) terminal.warn(`${result.absent} of the gold documents have no page of their name.`);
  await printOut(json ? `${JSON.stringify(result)}\n` : `${tableOf(result)}\n`);
  if (reading.isIncomplete) process.exitCode = 1;
}

async function goldOf(folder: string) {
  const { GoldFault, readGold } = await import("../../evaluate/gold.js");
  try {
    const gold = readGold(folder);
    if (gold.size > 0) return gold;
  } catch (error) {
    if (error instanceof GoldFault)
      throw new Failure(error.message, "A gold document holds entities, relations and indicators.");
    throw toFailure(error, `read ${folder}`);
  }
  throw new Failure(`${folder} holds no gold documents.`, "They are named like the pages: NAME.json for NAME.txt.");
}

function tableOf(result: Evaluation): string {
  const rows: readonly (readonly [string, Rates])[] = [
    ["entities", result.entities],
    ["entities, exact type", result.entitiesExactType],
    ...Object.entries(result.byType).map(([type, rates]) => [`  ${type}`, rates] as const),
    ["relations", result.relations],
    ...Object.entries(result.byPredicate).map(([predicate, rates]) => [`  ${predicate}`, rates] as const),
    ["indicators", result.indicators],
  ];
  const head = ["title", "published", "outlet"].map(field => `${field} ${(result.head[field] ?? 0).toFixed(2)}`);
  return [
    `${"".padEnd(22)} precision  recall     F1   right  missed   extra`,
    ...rows.map(([name, rates]) => rowOf(name, rates)),
    `titles of posts ${result.titles.toFixed(3)}, dates ${result.dates.toFixed(3)}; of documents: ${head.join(", ")}`,
    "",
    ...result.errors.map(({ document, kind, what }) => `${document}  ${kind}: ${what}`),
  ].join("\n");
}

function rowOf(name: string, { precision, recall, f1, hit, miss, extra }: Rates): string {
  const rates = [precision, recall, f1].map(rate => rate.toFixed(3));
  const cells = [...rates, hit, miss, extra].map((cell, column) =>
    String(cell).padStart([9, 7, 6, 7, 7, 7][column] ?? 0),
  );
  return `${name.padEnd(22)} ${cells.join(" ")}`;
}
