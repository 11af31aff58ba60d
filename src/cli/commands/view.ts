import type { Command } from "commander";
import { canOpenBrowser, openBrowser } from "../browser.js";
import { GRAPH_ARGUMENT } from "../graphs.js";
import { addQuiet, wholeNumber } from "../options.js";
import { serve } from "../serve.js";
import { siteOf } from "../site.js";
import { printOut } from "../stdout.js";
import type { Terminal } from "../terminal.js";

export function registerView(program: Command, terminal: Terminal): void {
  const command = program
    .command("view")
    .summary("show a graph in the browser")
    .description(DESCRIPTION)
    .argument("<graph>", GRAPH_ARGUMENT)
    .option("-p, --port <n>", "the port to serve on (default: a free one)", wholeNumber(1, 65535))
    .option("--no-open", "open no browser");
  addQuiet(command, terminal)
    .addHelpText("after", EXAMPLES)
    .action((path: string, options: Options) => view(path, options, terminal));
}

const DESCRIPTION = `Serves the viewer on this machine alone, prints its address and opens a browser where there is one.
Ctrl-C ends it.`;

const EXAMPLES = `
Examples:
  policygraph view out
  policygraph view out/graph.json --port 8000 --no-open
  policygraph view somebody-elses.graphml`;

interface Options {
  readonly port?: number;
  readonly open: boolean;
}

async function view(path: string, { port, open }: Options, terminal: Terminal): Promise<void> {
  const site = await siteOf(path, problem => terminal.problem(problem));
  const server = await serve(site, port);
  await printOut(`${server.url}\n`);
  terminal.say("Ctrl-C ends the server.");
  if (open && canOpenBrowser()) await openBrowser(server.url, terminal);
  await new Promise<void>(resolve => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await server.close();
}
