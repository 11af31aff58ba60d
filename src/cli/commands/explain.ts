import { existsSync } from "node:fs";
import type { Command } from "commander";
import { parseFactLine } from "../../engine/fact-line.js";
import type { Knowledge } from "../../engine/load.js";
import type { Page } from "../../model/page.js";
import type { Problem } from "../../model/problem.js";
import { readPages } from "../../read/index.js";
import { explain } from "../../rulebook/explain.js";
import { explanationText, missingText } from "../../rulebook/explanation-text.js";
import { type WantedRelation, whyMissing } from "../../rulebook/missing.js";
import { loadRules } from "../../run/knowledge.js";
import { Failure } from "../failure.js";
import { addQuiet, addRules, type RulesOption } from "../options.js";
import { printOut } from "../stdout.js";
import type { Terminal } from "../terminal.js";

export function registerExplain(program: Command, terminal: Terminal): void {
  addRules(addQuiet(program.command("explain"), terminal))
    .summary("show which rule found what in a text, and why a relation is missing")
    .description(DESCRIPTION)
    .argument("<text|file>", "a sentence, or a file or folder of pages")
    .option("--missing <relation>", 'why this was not found: "市政府 issues 总体方案"')
    .option("--published <date>", "the day from which 昨日 and 今年 count: 2024-06-05")
    .addHelpText("after", EXAMPLES)
    .action((input: string, options: Options) => explainAll(input, options, terminal));
}

const DESCRIPTION = `Shows phase by phase what each rule found, from which parts, and what it lost to: "+" was found, "-" lost
to a match that overlaps it, "x" was refused by a condition. With --missing it shows the rule that came nearest to a
relation, and the first part of it that failed, at which word.`;

const EXAMPLES = `
Examples:
  policygraph explain 广州市副市长陈志英出席会议。
  policygraph explain page.html
  policygraph explain page.txt --missing "清远市委 issues 总体方案"`;

interface Options extends RulesOption {
  readonly missing?: string;
  readonly published?: string;
}

async function explainAll(
  input: string,
  { missing, published, rules: packs }: Options,
  terminal: Terminal,
): Promise<void> {
  const knowledge = loadRules(packs);
  const wanted = missing === undefined ? undefined : wantedOf(missing, knowledge);
  const pages = await pagesOf(input, published, terminal);
  for (const page of pages) {
    if (pages.length > 1) await printOut(`# ${page.path}\n\n`);
    await printOut(`${wanted ? missingOf(wanted, page, knowledge) : explanationText(explain(page, knowledge))}\n`);
  }
}

function missingOf(wanted: WantedRelation, page: Page, knowledge: Knowledge): string {
  const missing = whyMissing(wanted, page, knowledge);
  return missingText(missing, missing.explanation, knowledge);
}

function wantedOf(line: string, { schema }: Knowledge): WantedRelation {
  const wanted = parseFactLine(line, schema);
  if (wanted?.kind === "relation") return wanted;
  const predicates = schema.predicates.map(({ id }) => id).join(", ");
  throw new Failure(`"${line}" is no relation.`, `Write "name predicate name", with one of: ${predicates}.`, 2);
}

async function pagesOf(input: string, published: string | undefined, terminal: Terminal): Promise<readonly Page[]> {
  if (!existsSync(input)) return [textPage(input, published)];
  const pages: Page[] = [];
  const problems: Problem[] = [];
  for await (const page of readPages([input], { onProblem: problem => problems.push(problem) }))
    pages.push(published ? { ...page, published } : page);
  terminal.problems(problems, "Mend these first.");
  if (pages.length === 0) throw new Failure(`No page could be read from ${input}.`);
  return pages;
}

function textPage(text: string, published: string | undefined): Page {
  if (!/\p{Script=Han}/u.test(text))
    throw new Failure(
      `There is no file ${text}, and as a text it holds no Chinese.`,
      "Check the path, or give a sentence in quotation marks.",
    );
  return { id: "text", path: "text", text, isClean: true, published, problems: [] };
}
