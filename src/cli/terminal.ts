import { styleText } from "node:util";
import type { Problem } from "../model/problem.js";
import { Progress } from "./progress.js";

/** The words that a command says to a person, all on stderr; stdout is left to what programs read. */
export class Terminal {
  /** With --quiet only warnings and errors are said. */
  isQuiet = false;

  private readonly isColoured = process.stderr.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";

  /** Says something of interest, unless --quiet. */
  say(text: string): void {
    if (!this.isQuiet) this.print(text);
  }

  /** Says something that has to be known, --quiet or not. */
  warn(text: string, hint?: string): void {
    this.print(`${this.styled("yellow", "warning:")} ${text}${indented(hint)}`);
  }

  error(text: string, hint?: string): void {
    this.print(`${this.styled("red", "error:")} ${text}${indented(hint)}`);
  }

  problem({ where, what, hint }: Problem): void {
    this.warn(`${where}: ${what}`, hint);
  }

  /** Lists what was awkward about pages, the first few in full and the rest as a number. */
  problems(problems: readonly Problem[], whereRest: string): void {
    for (const problem of problems.slice(0, SHOWN_PROBLEMS)) this.problem(problem);
    const rest = problems.length - SHOWN_PROBLEMS;
    if (rest > 0) this.warn(`${rest} more of these. ${whereRest}`);
  }

  /** A line that shows how far the work is, on a terminal and after the first second only. */
  progress(): Progress {
    return new Progress(process.stderr, process.stderr.isTTY === true && !this.isQuiet);
  }

  bold(text: string): string {
    return this.styled("bold", text);
  }

  private print(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  private styled(style: "bold" | "red" | "yellow", text: string): string {
    return this.isColoured ? styleText(style, text, { validateStream: false }) : text;
  }
}

const SHOWN_PROBLEMS = 20;

function indented(hint: string | undefined): string {
  return hint ? `\n    ${hint}` : "";
}

/** "1 document", "12,000 documents". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? singular : plural}`;
}
