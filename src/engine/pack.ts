import { z } from "zod";
import type { Fault } from "./faults.js";
import { PHASES } from "./rule.js";
import { type LoadedYaml, readYaml } from "./yaml-file.js";

const strings = z.union([z.string().transform(one => [one]), z.array(z.string())]);

const Example = z.strictObject({
  text: z.string().min(1).describe("A sentence of your own, as a page would have it."),
  finds: z
    .array(z.string())
    .min(1)
    .describe(
      'What the whole rulebook must find in it: "agency 清远市委", "A issues B {date: 2024-05}", "清远市 面积 = 300 平方公里".',
    ),
});
const Counterexample = z.strictObject({
  text: z.string().min(1).describe("The near miss that could fool the rule."),
  because: z.string().min(1).describe("Why the rule must leave it alone."),
  lacks: z
    .array(z.string())
    .default([])
    .describe("Facts that no rule may find in it. Without it, this rule may find nothing."),
});

const MentionGives = z
  .strictObject({
    mention: z.string().describe("The entity type."),
    span: z.string().optional().describe("The capture that is the mention. Default: the whole match."),
    as: z.array(z.string()).optional().describe("More classes for later rules: [local] makes it {type.local} too."),
    name: z
      .array(z.string())
      .optional()
      .describe("The captures that make the name, where it is not the mention's own text."),
  })
  .describe("The match names an entity.");
const RelationGives = z
  .object({
    relation: z.string().describe("The predicate."),
    from: z
      .string()
      .describe(
        "The capture of the one end; at.place is the place in its name, place:CN an entry of a gazetteer, nearest.event what was named last, main.event what the page names first.",
      ),
    to: z.string().describe("The capture of the other end."),
    over: z
      .enum(["speech"])
      .optional()
      .describe("The other ends are all mentions in the words that are attributed to `from`."),
  })
  .catchall(
    z.string().describe("A qualifier of the predicate: a capture, or a word that stands for itself (status: former)."),
  )
  .describe("The match states a relation.");
const IndicatorGives = z
  .strictObject({
    indicator: z.string().describe("The capture that names the measure."),
    of: z.string().optional().describe("The capture of the subject. Default: the last entity before it."),
    value: z.string().describe("The capture of the figure."),
    among: z.array(z.string()).optional().describe("Entity types that the subject can have. Default: all."),
  })
  .describe("The match states a figure.");
const Gives = z.union([MentionGives, RelationGives, IndicatorGives]);

const RuleSource = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "an id is kebab-case: agency-issues-plan")
    .describe("Its name, for what it sees: agency-issues-plan."),
  says: z.string().min(1).describe("The rule in one plain sentence. The rule catalogue is made of these."),
  phase: z.enum(PHASES).optional().describe("When it runs; default: the file's."),
  match: strings.describe("The pattern, or several. docs/rules.md tells its language."),
  unless: z
    .strictObject({
      before: strings.optional().describe("Patterns that must not stand right before the match."),
      after: strings.optional().describe("Patterns that must not stand right behind the match."),
      inside: strings.optional().describe("Patterns that must not stand inside the match."),
      clause: strings.optional().describe("Patterns that must not stand in the clause, up to the end of the match."),
    })
    .optional()
    .describe("Where a match does not count."),
  gives: z.union([Gives.transform(one => [one]), z.array(Gives).min(1)]).describe("What a match says."),
  priority: z.number().int().default(0).describe("Of matches that overlap the higher one wins, then the longer one."),
  examples: z.array(Example).min(1, "a rule needs an example"),
  counterexamples: z.array(Counterexample).min(1, "a rule needs a counterexample: the near miss that could fool it"),
});

/** A file of a rule pack: `rules/*.yaml`. */
export const PackSource = z.strictObject({
  phase: z
    .enum(PHASES)
    .optional()
    .describe("When the rules of this file run: each phase sees what the earlier ones found."),
  lists: z
    .record(z.string(), strings)
    .default({})
    .describe("Named lists of words, for <list> in patterns. A list of the same name in another file adds to it."),
  classes: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe("Named sets of classes, for {class} in patterns; -class takes one out."),
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
  if (/\.(match|before|after|inside|clause)\b/.test(path))
    return "A pattern is a text in quotation marks, or a list of them.";
  if (/\.gives\b/.test(path))
    return "Write { mention: type }, { relation: predicate, from: a, to: b } or { indicator: a, value: b }.";
  if (/\.(counter)?examples\b/.test(path))
    return 'Write { text: …, finds: ["…"] }, and for a counterexample { text: …, because: … }; what holds a comma or a colon needs quotation marks.';
  return "docs/rules.md lists what a rule holds.";
}
