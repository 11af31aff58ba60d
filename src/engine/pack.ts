import { readFileSync } from "node:fs";
import { LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";
import type { Fault } from "./faults.js";
import { PHASES } from "./rule.js";

const strings = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const Example = z.strictObject({ text: z.string().min(1), finds: z.array(z.string()).min(1) });
const Counterexample = z.strictObject({ text: z.string().min(1), because: z.string().min(1), lacks: z.array(z.string()).default([]) });

const Gives = z.union([
  z.strictObject({ mention: z.string(), span: z.string().optional(), as: z.array(z.string()).optional(), name: z.array(z.string()).optional() }),
  z.looseObject({ relation: z.string(), from: z.string(), to: z.string(), over: z.enum(["speech"]).optional() }),
  z.strictObject({ indicator: z.string(), of: z.string().optional(), value: z.string(), change: z.boolean().optional() }),
]);

const RuleSource = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "an id is kebab-case: agency-issues-plan"),
  says: z.string().min(1),
  phase: z.enum(PHASES).optional(),
  match: strings,
  unless: z
    .strictObject({ before: strings.optional(), after: strings.optional(), inside: strings.optional(), clause: strings.optional() })
    .optional(),
  gives: z.union([Gives.transform((one) => [one]), z.array(Gives).min(1)]),
  priority: z.number().int().default(0),
  examples: z.array(Example).min(1, "a rule needs an example"),
  counterexamples: z.array(Counterexample).min(1, "a rule needs a counterexample: the near miss that could fool it"),
});

/** A file of a rule pack: `rules/*.yaml`. */
export const PackSource = z.strictObject({
  phase: z.enum(PHASES).optional(),
  /** Named lists of words, for <list> in patterns. A list of the same name in another file adds to it. */
  lists: z.record(z.string(), strings).default({}),
  /** Named sets of classes, for {class} in patterns. */
  classes: z.record(z.string(), z.array(z.string())).default({}),
  rules: z.array(RuleSource).default([]),
});

export type RuleSource = z.infer<typeof RuleSource>;
export type PackSource = z.infer<typeof PackSource>;

/** A pack as it was read, with a way to say on which line something stands. */
export interface LoadedPack {
  readonly file: string;
  readonly source: PackSource;
  lineOf(path: readonly PropertyKey[]): number;
}

/** Read one YAML file of rules. What is wrong goes to `faults`; undefined when nothing could be read. */
export function readPack(file: string, shown: string, faults: Fault[]): LoadedPack | undefined {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: counter });
  if (document.errors.length > 0) {
    for (const error of document.errors)
      faults.push({ file: shown, line: counter.linePos(error.pos[0]).line, what: firstLine(error.message), hint: "Mend the YAML; a pattern with { or : in it needs quotation marks." });
    return undefined;
  }
  const lineOf = (path: readonly PropertyKey[]): number => lineIn(document, counter, path);
  const parsed = PackSource.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    for (const issue of flatten(parsed.error.issues))
      faults.push({ file: shown, line: lineOf(issue.path), what: `${pathText(issue.path)}: ${issue.message}`, hint: "docs/rules.md lists what a rule holds." });
    return undefined;
  }
  return { file: shown, source: parsed.data, lineOf };
}

/** The issues of a union's likeliest branch stand for the union. */
function flatten(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "invalid_union") return [issue];
    const branches = [...issue.errors].sort((a, b) => a.length - b.length);
    return flatten(branches[0] ?? []).map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
  });
}

const firstLine = (text: string): string => text.split("\n")[0] ?? text;

const pathText = (path: readonly PropertyKey[]): string => path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("").replace(/^\./, "") || "file";

function lineIn(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}
