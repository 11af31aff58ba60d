import { statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { graphmlDialects } from "../../../graph/export/dialects.js";
import type { GraphmlReport } from "../../../graph/export/graphml.js";
import {
  type ExportFile,
  type ExportFormat,
  type ExportOptions,
  exportFormats,
  exportGraph,
  isFolderFormat,
} from "../../../graph/export/index.js";
import type { AnyGraph } from "../../../graph/graphology.js";
import { parseSelection, type Selection, SelectionError, select } from "../../../graph/select.js";
import { AsideFile, makeFolder } from "../aside.js";
import { Failure } from "../failure.js";
import { GRAPH_ARGUMENT, graphAt } from "../graphs.js";
import { endOnSignals } from "../interrupt.js";
import { addQuiet } from "../options.js";
import { counted, type Terminal } from "../terminal.js";

export function registerExport(program: Command, terminal: Terminal): void {
  const formats = Object.keys(exportFormats);
  const command = program
    .command("export")
    .summary("write a graph for another tool, whole or a part of it")
    .description(DESCRIPTION)
    .argument("<graph>", GRAPH_ARGUMENT)
    .addOption(new Option("-f, --format <format>", "the format to write").choices(formats).makeOptionMandatory())
    .requiredOption("-o, --output <path>", "the file to write, or the folder")
    .option("-s, --select <parts>", "a part of the graph only: see below", selectionOf)
    .addOption(new Option("--dialect <tool>", "graphml as one tool likes it best").choices(graphmlDialects))
    .option("--aggregate", "graphml: one edge for each pair of nodes")
    .option("--lossless", "graphml, gexf: also what only policygraph reads back, so that nothing is lost")
    .option("--bom", "csv: the mark by which Excel knows UTF-8")
    .option("--base <iri>", "turtle, nquads, jsonld: where the names of things begin", baseOf);
  addQuiet(command, terminal)
    .addHelpText("after", EXAMPLES)
    .action((path: string, options: Options) => exportTo(path, options, terminal));
}

const DESCRIPTION = `Writes a graph in another format:
${Object.entries(exportFormats)
  .map(([format, what]) => `  ${format.padEnd(10)} ${what}`)
  .join("\n")}`;

const EXAMPLES = `
Parts of --select, apart by semicolons; all must hold:
  types=person,agency      nodes of these types
  predicates=issues        edges that say this
  from=2021-01; to=2022    what documents of this time say
  around=广州市; depth=2    what lies around a node, by its name or key
  largest-component        only the largest part that hangs together

Examples:
  policygraph export out --format gexf -o graph.gexf
  policygraph export out --format csv --bom -o tables/
  policygraph export out --format graphml --dialect gephi --select "around=广州市;depth=2" -o guangzhou.graphml`;

interface Options extends Omit<ExportOptions, "onReport"> {
  readonly format: ExportFormat;
  readonly output: string;
}

async function exportTo(path: string, options: Options, terminal: Terminal): Promise<void> {
  checkFormatOf(options);
  const { format, output } = options;
  const graph = await graphAt(path, problem => terminal.problem(problem));
  const part = options.select ? partOf(graph, options.select) : graph;
  if (part.order === 0)
    terminal.warn("Nothing of the graph is left to write.", options.select && "Select less strictly.");
  const onReport = (report: GraphmlReport) => tellLosses(report, options, terminal);
  const files = placed(exportGraph(part, format, { ...options, select: undefined, onReport }), format, output);
  endOnSignals(() => `Stopped. Nothing in ${output} was changed.`);
  const written = files.map(({ path }) => new AsideFile(path));
  for (const [index, { chunks }] of files.entries()) await written[index]?.writeAll(chunks);
  // All are written out before the first is put in place, so that tables of two exports are never mixed.
  for (const file of written) file.close();
  for (const file of written) file.publish();
  terminal.say(terminal.bold(`${counted(part.order, "node")}, ${counted(part.size, "edge")}`));
  for (const { path } of files) terminal.say(`  ${path}`);
}

function partOf(graph: AnyGraph, selection: Selection): AnyGraph {
  try {
    return select(graph, selection);
  } catch (error) {
    throw error instanceof SelectionError ? new Failure(error.message, undefined, 2) : error;
  }
}

/** Where the files of an export go. One file may take any name, several keep theirs in a folder. */
function placed(files: readonly ExportFile[], format: ExportFormat, output: string): ExportFile[] {
  const isFolder = isFolderFormat(format) || /[/\\]$/.test(output) || isExistingFolder(output);
  const folder = isFolder ? output : dirname(output);
  makeFolder(folder);
  return files.map(({ path, chunks }) => ({ path: join(folder, isFolder ? path : basename(output)), chunks }));
}

function isExistingFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The formats that each option is for; with another it would do nothing, without a word. */
const FORMATS_OF: Readonly<Record<string, readonly ExportFormat[]>> = {
  dialect: ["graphml"],
  aggregate: ["graphml"],
  lossless: ["graphml", "gexf"],
  bom: ["csv"],
  base: ["turtle", "nquads", "jsonld"],
};

function checkFormatOf(options: Options): void {
  for (const [name, formats] of Object.entries(FORMATS_OF)) {
    if (options[name as keyof Options] === undefined || formats.includes(options.format)) continue;
    throw new Failure(`--${name} is for ${formats.join(", ")}, not for ${options.format}.`, "Leave it out.", 2);
  }
}

function tellLosses(report: GraphmlReport, { lossless }: Options, terminal: Terminal): void {
  const { stripped, lineBreaks, omitted } = report;
  const losses = [
    ...(stripped > 0 ? [`${counted(stripped, "character")} that XML can't hold left out`] : []),
    ...(lineBreaks > 0 ? [`${counted(lineBreaks, "line break")} written as spaces`] : []),
    ...(omitted > 0 ? [`${counted(omitted, "value")} left out that no column can hold`] : []),
  ];
  if (losses.length === 0) return;
  const hint = "With --lossless, policygraph reads them back; other tools see the same as now.";
  terminal.warn(`${losses.join(", ")}.`, lossless ? undefined : hint);
}

function selectionOf(text: string): Selection {
  try {
    return parseSelection(text);
  } catch (error) {
    throw error instanceof SelectionError ? new InvalidArgumentError(error.message) : error;
  }
}

/** An IRI that RDF can hold: with a scheme, and without what must be escaped in it. */
function baseOf(text: string): string {
  if (URL.canParse(text) && !/[\s<>"{}|\\^`]/.test(text)) return text;
  throw new InvalidArgumentError('Write an absolute IRI, as "https://example.org/graph/".');
}
