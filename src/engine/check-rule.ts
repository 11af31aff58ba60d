import type { Schema } from "../model/schema.js";
import type { Alphabet } from "./compile.js";
import { FACT_LINE_FORMS, parseFactLine } from "./fact-line.js";
import type { Fault } from "./faults.js";
import type { LoadedPack, RuleSource } from "./pack.js";
import { type Pattern, walk } from "./pattern.js";
import type { Gives } from "./rule.js";

/** What a rule's names are looked up in. */
export interface RuleContext {
  readonly schema: Schema;
  readonly alphabet: Alphabet;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly gazetteer: ReadonlyMap<string, unknown>;
}

/** Tells of something wrong in a rule, at the path of it in the rule. */
export type FaultAt = (path: readonly PropertyKey[], what: string, hint: string) => void;

/** A pattern of a rule and where it stands in it. */
export interface PlacedPattern {
  readonly pattern: Pattern;
  readonly path: readonly PropertyKey[];
}

/** Check every name that a rule uses: lists and classes, captures, types, predicates, qualifiers, the lines of examples. */
export function checkRuleNames(
  source: RuleSource,
  gives: readonly Gives[],
  match: readonly PlacedPattern[],
  unless: readonly PlacedPattern[],
  context: RuleContext,
  fault: FaultAt,
): void {
  for (const placed of [...match, ...unless]) checkPattern(placed, context, fault);
  const captures = new Set(match.flatMap(({ pattern }) => capturesOf(pattern)));
  gives.forEach((one, number) =>
    checkGives(one, captures, context, (what, hint) => fault(["gives", number], what, hint)),
  );
  if (context.schema.types.length > 0) checkExamples(source, context.schema, fault);
}

/** Check that the classes that a pack defines are made of classes. */
export function checkClasses(
  { file, source, lineOf }: LoadedPack,
  context: Omit<RuleContext, "gazetteer">,
  faults: Fault[],
): void {
  for (const [name, members] of Object.entries(source.classes))
    members.forEach((member, number) => {
      if (isClass(member.replace(/^-/, ""), context)) return;
      const what = `the class "${name}" names "${member}", which is no class`;
      faults.push({ file, line: lineOf(["classes", name, number]), what, hint: CLASSES_HINT });
    });
}

/** The capture that an end of a relation is written with (at.place: at); none in place:CN, nearest.event and main.event. */
export function captureOf(end: string): string | undefined {
  if (end.includes(":") || /^(?:nearest|main)\./.test(end)) return undefined;
  return end.split(".")[0];
}

function checkPattern(
  { pattern, path }: PlacedPattern,
  { alphabet, lists, classes }: RuleContext,
  fault: FaultAt,
): void {
  const captures = capturesOf(pattern);
  for (const name of new Set(captures.filter((one, at) => captures.indexOf(one) !== at)))
    fault(
      path,
      `the name "${name}" is given twice in one pattern`,
      'Give each capture a name of its own, or write two patterns under "match".',
    );
  walk(pattern, item => {
    if (item.kind === "list" && !lists.has(item.name))
      fault(
        path,
        `there is no list <${item.name}>`,
        `Define it under "lists:". Lists there are: ${[...lists.keys()].join(", ")}.`,
      );
    if (item.kind !== "class") return;
    for (const name of item.classes)
      if (!isClass(name, { alphabet, lists, classes })) fault(path, `there is no class {${name}}`, CLASSES_HINT);
  });
}

const CLASSES_HINT =
  "Classes are the schema's entity types, date, number, quantity, title, name, pos.n … and what rules give.";

/** Classes of words that no dictionary or gazetteer happens to hold are classes all the same. */
function isClass(
  name: string,
  { alphabet, lists, classes }: Pick<RuleContext, "alphabet" | "lists" | "classes">,
): boolean {
  if (name.startsWith("list.")) return lists.has(name.slice("list.".length));
  return classes.has(name) || /^(weak|pos)\./.test(name) || alphabet.classCharacters(name) !== "";
}

function capturesOf(pattern: Pattern): string[] {
  const captures: string[] = [];
  walk(pattern, item => {
    if ("capture" in item && item.capture) captures.push(item.capture);
  });
  return captures;
}

function checkGives(
  gives: Gives,
  captures: ReadonlySet<string>,
  { schema, gazetteer }: RuleContext,
  fault: (what: string, hint: string) => void,
): void {
  const need = (name: string | undefined): void => {
    if (name !== undefined && !captures.has(name))
      fault(`"${name}" is no capture of the pattern`, `Write {${name}:…} or ${name}:(…) in "match".`);
  };
  if ("mention" in gives) {
    const types = schema.types.map(({ id }) => id);
    if (types.length > 0 && !types.includes(gives.mention))
      fault(`"${gives.mention}" is no entity type`, `Types are: ${types.join(", ")}.`);
    for (const name of [gives.span, ...(gives.name ?? [])]) need(name);
  } else if ("relation" in gives) {
    checkPredicate(gives, schema, fault);
    for (const end of gives.over ? [gives.from] : [gives.from, gives.to]) {
      need(captureOf(end));
      if (end.includes(":") && !gazetteer.has(end.replace(/\?$/, "")))
        fault(`no gazetteer has the key "${end}"`, "Write the key of an entry: place:CN.");
    }
  } else {
    for (const name of [gives.indicator, gives.value, gives.of]) need(name);
    const types = schema.types.map(({ id }) => id);
    for (const type of gives.among ?? [])
      if (types.length > 0 && !types.includes(type))
        fault(`"${type}" is no entity type`, `Types are: ${types.join(", ")}.`);
  }
}

type RelationGives = Extract<Gives, { relation: string }>;

function checkPredicate(
  { relation, qualifiers }: RelationGives,
  { predicates }: Schema,
  fault: (what: string, hint: string) => void,
): void {
  if (predicates.length === 0) return;
  const predicate = predicates.find(({ id }) => id === relation);
  if (!predicate)
    return fault(
      `"${relation}" is no predicate of the schema`,
      `Predicates are: ${predicates.map(({ id }) => id).join(", ")}.`,
    );
  for (const name of Object.keys(qualifiers))
    if (!predicate.qualifiers.includes(name))
      fault(
        `"${name}" is no qualifier of ${relation}`,
        `Its qualifiers are: ${predicate.qualifiers.join(", ") || "none"}. The schema lists them.`,
      );
}

function checkExamples({ examples, counterexamples }: RuleSource, schema: Schema, fault: FaultAt): void {
  const check = (line: string, path: readonly PropertyKey[]): void => {
    if (!parseFactLine(line, schema)) fault(path, `"${line}" is no fact`, `Write a line like ${FACT_LINE_FORMS}.`);
  };
  examples.forEach(({ finds }, i) => finds.forEach((line, j) => check(line, ["examples", i, "finds", j])));
  counterexamples.forEach(({ lacks }, i) =>
    lacks.forEach((line, j) => check(line, ["counterexamples", i, "lacks", j])),
  );
}
