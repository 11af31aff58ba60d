import { readFileSync } from "node:fs";
import { type Document, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Fault } from "./faults.js";

/** A YAML file as it was read, with a way to say on which line something stands. */
export interface LoadedYaml<Source> {
  /** The path as a reader would look for it. */
  readonly file: string;
  readonly source: Source;
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Read a YAML file of a shape. Everything that is wrong goes to `faults`, each with the line and a hint from `hintFor` (given
 * the path of what is wrong: "rules.3.match"); undefined when the file could not be read as that shape.
 */
export function readYaml<Shape extends z.ZodType>(
  path: string,
  shown: string,
  shape: Shape,
  hintFor: (path: string) => string,
  faults: Fault[],
): LoadedYaml<z.output<Shape>> | undefined {
  const text = textOf(path, shown, faults);
  if (text === undefined) return undefined;
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  for (const error of document.errors) {
    const line = counter.linePos(error.pos[0]).line;
    faults.push({ file: shown, line, what: firstLine(error.message), hint: YAML_HINT });
  }
  if (document.errors.length > 0) return undefined;
  const lineOf = (at: readonly PropertyKey[]): number => lineIn(document, counter, at);
  const parsed = shape.safeParse(document.toJS() ?? {});
  if (parsed.success) return { file: shown, source: parsed.data, lineOf };
  for (const issue of flatten(parsed.error.issues)) {
    const what = `${issue.path.map(String).join(".") || "the file"}: ${issue.message}`;
    faults.push({ file: shown, line: lineOf(issue.path), what, hint: hintFor(issue.path.map(String).join(".")) });
  }
  return undefined;
}

const YAML_HINT = "Mend the YAML; a pattern with { or : in it needs quotation marks.";

function textOf(path: string, shown: string, faults: Fault[]): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    faults.push({
      file: shown,
      line: 1,
      what: `it cannot be read (${(error as Error).message})`,
      hint: "Check its permissions.",
    });
    return undefined;
  }
}

/** The issues of a union's likeliest branch stand for the union: the one that gets furthest into the value. */
function flatten(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap(issue => {
    if (issue.code !== "invalid_union") return [issue];
    const branches = issue.errors.map(flatten).sort((a, b) => depthOf(b) - depthOf(a) || a.length - b.length);
    return (branches[0] ?? []).map(one => ({ ...one, path: [...issue.path, ...one.path] }));
  });
}

const depthOf = (issues: readonly z.core.$ZodIssue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));

const firstLine = (text: string): string => text.split("\n")[0] ?? text;

function lineIn(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}
