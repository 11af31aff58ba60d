import { join } from "node:path";
import { type Command, Option } from "commander";
import { addGraph } from "../../../graph/add.js";
import { buildGraph } from "../../../graph/build.js";
import { flatten } from "../../../graph/export/flatten.js";
import { graphmlChunks } from "../../../graph/export/graphml.js";
import type { AnyGraph } from "../../../graph/graphology.js";
import { graphJson } from "../../../graph/serialize.js";
import type { DocumentFacts } from "../../model/facts.js";
import { loadRules, ruleFolders } from "../../run/knowledge.js";
import { AsideFile, makeFolder } from "../aside.js";
import { earlierFacts, withEarlier } from "../earlier.js";
import { Failure } from "../failure.js";
import { GRAPH_ARGUMENT, graphAt } from "../graphs.js";
import { breathe, endOnSignals } from "../interrupt.js";
import { addQuiet, addRules, addThreads, type RulesOption, type ThreadsOption } from "../options.js";
import { buildPage, MOST_CHARACTERS } from "../page.js";
import { Reading, readAll } from "../reading.js";
import { reportOf, Stopwatch } from "../report.js";
import { counted, type Terminal } from "../terminal.js";
import { needViewer } from "../viewer.js";
import { keepDoing } from "../watch.js";

export function registerBuild(program: Command, terminal: Terminal): void {
  const command = program
    .command("build")
    .summary("read pages and write their graph, for the viewer and other tools")
    .description(DESCRIPTION)
    .argument("[input...]", "files, folders and globs; - reads JSON lines from the standard input")
    .requiredOption("-o, --output <dir>", "the folder to write to; it is made if it isn't there");
  addThreads(addRules(addQuiet(command, terminal)))
    .addOption(repeatable("--add <graph>", `also what another graph says: ${GRAPH_ARGUMENT}`))
    .addOption(
      repeatable("--facts <file>", "also the records of an earlier build or extract; pages read again replace theirs"),
    )
    .option("--watch", "build again whenever a page or a rule file changes, until Ctrl-C")
    .addHelpText("after", EXAMPLES)
    .action((inputs: string[], options: Options) => buildOrWatch(inputs, options, terminal));
}

const DESCRIPTION = `Reads pages, joins what they say into one graph and writes it to a folder:
  index.html      the viewer with the graph inside: open it, send it on
  graph.graphml   the graph for Gephi, Cytoscape, yEd, networkx, igraph
  graph.json      the graph as graphology's serialization
  facts.jsonl     what each document says, with the rule behind every fact
  report.json     counts, lines left out by reason, problems, seconds by stage`;

const EXAMPLES = `
Examples:
  policygraph build pages/ -o out
  policygraph build news.jsonl notices/*.html -o out
  policygraph build pages/ --add offices.graphml -o out
  policygraph build pages-of-today/ --facts out/facts.jsonl -o out
  policygraph build pages/ --rules my-rules/ -o out --watch`;

function repeatable(flags: string, says: string): Option {
  const gather = (path: string, paths: string[]) => [...paths, path];
  return new Option(flags, `${says} (may be given again)`).argParser(gather).default([], "none");
}

interface Options extends RulesOption, ThreadsOption {
  readonly output: string;
  readonly add: readonly string[];
  readonly facts: readonly string[];
  readonly watch?: boolean;
}

async function buildOrWatch(inputs: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  if (inputs.length === 0 && options.facts.length === 0)
    throw new Failure("There is nothing to read.", "Name files or folders of pages, or --facts of an earlier run.", 2);
  if (!options.watch) return build(inputs, options, terminal);
  if (inputs.includes("-"))
    throw new Failure("--watch cannot read the standard input again.", "Name files or folders.", 2);
  const watched = {
    paths: [...ruleFolders(options.rules), ...inputs, ...options.add, ...options.facts],
    except: [options.output],
  };
  await keepDoing(watched, terminal, () => build(inputs, options, terminal));
}

async function build(inputs: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  const { output, rules: packs, threads } = options;
  needViewer();
  const watch = new Stopwatch();
  const reading = new Reading();
  const knowledge = watch.during("rules", () => loadRules(packs));
  const others: AnyGraph[] = [];
  for (const path of options.add) others.push(await graphAt(path, problem => reading.problems.push(problem)));
  const earlier = await earlierFacts(options.facts);
  makeFolder(output);
  const file = (name: string) => new AsideFile(join(output, name));
  const files = {
    facts: file("facts.jsonl"),
    graph: file("graph.json"),
    graphMl: file("graph.graphml"),
    page: file("index.html"),
    report: file("report.json"),
  };
  endOnSignals(() => `Stopped after ${counted(reading.documents, "document")}. Nothing in ${output} was changed.`);

  const read: DocumentFacts[] = [];
  const isAlone = options.facts.length === 0;
  const take = (line: string) => {
    if (isAlone) files.facts.write(`${line}\n`);
    read.push(JSON.parse(line) as DocumentFacts);
  };
  const reads = { inputs, knowledge, packs, threads, except: [output] };
  if (inputs.length > 0) await watch.until("read and extract", () => readAll(reads, reading, terminal, take));
  const { documents: facts, problems } = isAlone ? { documents: read, problems: [] } : withEarlier(earlier, read);
  if (!isAlone) for (const record of facts) files.facts.write(`${JSON.stringify(record)}\n`);
  reading.problems.push(...problems);
  const graph = watch.during("graph", () => others.reduce(addGraph, buildGraph(facts, knowledge.schema)));
  await breathe();
  await watch.until("graph.json", () => files.graph.writeAll(graphJson(graph)));
  await watch.until("graph.graphml", () => files.graphMl.writeAll(graphmlChunks(graph, flatten(graph))));
  const page = watch.during("index.html", () => buildPage(graph, facts, knowledge));
  files.page.write(page.html);
  const report = reportOf({ facts, graph, problems: reading.problems, seconds: watch.seconds });
  files.report.write(`${JSON.stringify(report, undefined, 2)}\n`);

  // All are written out before the first is put in place, so that a full disk leaves the five of the last build.
  for (const one of Object.values(files)) one.close();
  for (const one of Object.values(files)) one.publish();
  terminal.problems(report.problems, `All of them are in ${join(output, "report.json")}.`);
  if (page.isWithoutTexts) terminal.warn(WITHOUT_TEXTS, `${join(output, "facts.jsonl")} has them.`);
  terminal.say(summary(report, output, terminal));
  if (reading.isIncomplete) process.exitCode = 1;
}

const WITHOUT_TEXTS = `index.html shows the sentences behind each fact, but not the whole texts: there are more than ${MOST_CHARACTERS / 1e6} million characters of them.`;

function summary(report: ReturnType<typeof reportOf>, output: string, terminal: Terminal): string {
  const { documents, entities, relations } = report;
  const sizes = [
    counted(documents, "document"),
    counted(entities, "entity", "entities"),
    counted(relations, "relation"),
  ];
  return `${terminal.bold(sizes.join(", "))}
  look      open ${join(output, "index.html")} in a browser, or run: policygraph view ${output}
  analyse   ${join(output, "graph.graphml")} (Gephi, Cytoscape, networkx), ${join(output, "graph.json")} (graphology)
  check     ${join(output, "facts.jsonl")} (each fact with its rule), ${join(output, "report.json")}`;
}
