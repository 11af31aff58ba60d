import { Command } from "commander";
import { commands } from "./commands/index.js";
import type { Terminal } from "./terminal.js";
import { version } from "./version.js";

/** The program with all its commands; parsing runs the one that is named. */
export function makeProgram(terminal: Terminal): Command {
  const program = new Command("policygraph")
    .description("Turns news and policy pages in Chinese, in either script, into a knowledge graph.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showHelpAfterError("Run the command with --help to see how it is used.")
    .configureHelp({ commandDescription: command => flowing(command.description()) })
    .exitOverride();
  for (const register of commands) register(program, terminal);
  program.addHelpText("after", EXAMPLES);
  return program;
}

/** Lines that were broken to fit the source run on, to be broken again to fit the terminal; indented ones stand as they are. */
function flowing(text: string): string {
  return text.replace(/\n(?=\S)/g, " ");
}

const EXAMPLES = `
Examples:
  policygraph build pages/ -o out        read a folder of pages, write the graph
  policygraph view out                   look at it
  policygraph explain page.txt           see which rule found what

Exit status: 0 done, 1 the work failed, 2 wrong usage.`;
