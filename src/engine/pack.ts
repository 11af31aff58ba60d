import { z } from "zod";
import type { Fault } from "./faults.js";
import { PHASES } from "./rule.js";
import { type LoadedYaml, readYaml } from "./yaml-file.js";

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

export type LoadedPack = LoadedYaml<PackSource>;

/** Read one YAML file of rules. What is wrong goes to `faults`; undefined when nothing could be read. */
export function readPack(path: string, shown: string, faults: Fault[]): LoadedPack | undefined {
  return readYaml(path, shown, PackSource, hintFor, faults);
}

function hintFor(path: string): string {
  if (/\.(match|before|after|inside|clause)\b/.test(path)) return "A pattern is a text in quotation marks, or a list of them.";
  if (/\.gives\b/.test(path)) return "Write { mention: type }, { relation: predicate, from: a, to: b } or { indicator: a, value: b }.";
  if (/\.(counter)?examples\b/.test(path)) return "Write { text: …, finds: [\"…\"] }, and for a counterexample { text: …, because: … }.";
  return "docs/rules.md lists what a rule holds.";
}
