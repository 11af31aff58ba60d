import type { Command } from "commander";
import { isPolicyGraph } from "../../../graph/serialize.js";
import { AsideFile } from "../aside.js";
import { type Change, changesOf, changeText } from "../changes.js";
import { graphAt } from "../graphs.js";
import { addQuiet } from "../options.js";
import { printOut } from "../stdout.js";
import type { Terminal } from "../terminal.js";
import { needViewer } from "../viewer.js";

export function registerDiff(program: Command, terminal: Terminal): void {
  addQuiet(program.command("diff"), terminal)
    .summary("show what a second graph adds, drops and changes")
    .description(DESCRIPTION)
    .argument("<a>", "the graph before: the folder of a build, or a graph file")
    .argument("<b>", "the graph after")
    .option("--json", "print JSON, one line a change")
    .option("--html <file>", "write a page of the viewer that shows both; without --json nothing is printed then")
    .addHelpText("after", EXAMPLES)
    .action((a: string, b: string, options: Options) => compare(a, b, options, terminal));
}

const DESCRIPTION = `Compares two states of a graph by the keys of nodes and edges, and prints what was added (+), removed (-)
and changed (~), each with a sentence or with what differs.`;

const EXAMPLES = `
Examples:
  policygraph diff last-week/ this-week/
  policygraph diff last-week/ this-week/ --json | jq -r 'select(.change == "removed").fact'
  policygraph diff last-week/ this-week/ --html changes.html`;

interface Options {
  readonly json?: boolean;
  readonly html?: string;
}

async function compare(a: string, b: string, { json, html }: Options, terminal: Terminal): Promise<void> {
  if (html !== undefined) needViewer();
  const before = await graphAt(a, problem => terminal.problem(problem));
  const after = await graphAt(b, problem => terminal.problem(problem));
  if (isPolicyGraph(before) !== isPolicyGraph(after))
    terminal.warn(
      "Only one of them has all attributes, so nearly everything looks changed.",
      "Compare folders of builds, or two files of one format.",
    );
  const changes = changesOf(before.export(), after.export());
  if (html !== undefined) {
    const { viewerPage } = await import("../../../viewer/embed.js");
    const page = new AsideFile(html);
    page.write(viewerPage({ graph: after, documents: [], before }));
    page.publish();
  }
  if (json || html === undefined)
    for (const change of changes) await printOut(`${json ? JSON.stringify(change) : changeText(change)}\n`);
  terminal.say(summary(changes));
  if (html !== undefined) terminal.say(html);
}

function summary(changes: readonly Change[]): string {
  const count = (wanted: Change["change"]) => changes.filter(({ change }) => change === wanted).length;
  return `${count("added")} added, ${count("removed")} removed, ${count("changed")} changed`;
}
