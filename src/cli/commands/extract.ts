import type { Command } from "commander";
import { loadRules } from "../../run/knowledge.js";
import { AsideFile } from "../aside.js";
import { endOnSignals } from "../interrupt.js";
import { addQuiet, addRules, addThreads, type RulesOption, type ThreadsOption } from "../options.js";
import { Reading, readAll } from "../reading.js";
import { printOut } from "../stdout.js";
import { counted, type Terminal } from "../terminal.js";

export function registerExtract(program: Command, terminal: Terminal): void {
  const command = program
    .command("extract")
    .summary("read pages and print what each says, one JSON line a document")
    .description(DESCRIPTION)
    .argument("<input...>", "files, folders and globs; - reads JSON lines from the standard input")
    .option("-o, --output <file>", "write to a file instead of the standard output");
  addThreads(addRules(addQuiet(command, terminal)))
    .addHelpText("after", EXAMPLES)
    .action((inputs: string[], options: Options) => extract(inputs, options, terminal));
}

const DESCRIPTION = `Reads pages and prints a record for each document: its text, the mentions, entities, relations and
figures found in it, with the rule behind each, and the lines that were left out. The records keep the order of the pages.`;

const EXAMPLES = `
Examples:
  policygraph extract page.html
  policygraph extract pages/ -o facts.jsonl
  policygraph extract 'archive/**/*.txt.gz' | jq -r .title
  cat pages.jsonl | policygraph extract - > facts.jsonl`;

interface Options extends RulesOption, ThreadsOption {
  readonly output?: string;
}

async function extract(inputs: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  const { rules: packs, threads, output } = options;
  const knowledge = loadRules(packs);
  const reading = new Reading();
  const file = output === undefined || output === "-" ? undefined : new AsideFile(output);
  endOnSignals(() => stopped(reading, output));

  const take = file ? (line: string) => file.write(`${line}\n`) : (line: string) => printOut(`${line}\n`);
  await readAll({ inputs, knowledge, packs, threads, except: output ? [output] : [] }, reading, terminal, take);
  file?.publish();

  terminal.problems(reading.problems, "Each is in the record of its document, under problems.");
  if (file) terminal.say(`${counted(reading.documents, "document")} in ${output}`);
  if (reading.isIncomplete) process.exitCode = 1;
}

function stopped(reading: Reading, output: string | undefined): string {
  const done = `Stopped after ${counted(reading.documents, "document")}.`;
  return output ? `${done} ${output} was not written.` : `${done} The lines printed so far are whole.`;
}
