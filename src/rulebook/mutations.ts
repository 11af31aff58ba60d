import { type AnnotatedDocument, annotate } from "../annotate/index.js";
import { clean } from "../clean/index.js";
import { captureOf } from "../engine/check-rule.js";
import { compilePattern } from "../engine/compile.js";
import type { Knowledge } from "../engine/load.js";
import { Matcher } from "../engine/match.js";
import type { Item, Pattern } from "../engine/pattern.js";
import type { Rule, Unless } from "../engine/rule.js";
import { writeItem, writePattern } from "../engine/write-pattern.js";
import { normalize } from "../normalize/index.js";
import { factsOf } from "../pipeline.js";
import { mustBeAsserted } from "../relate/index.js";
import { checkRule, examplePage, type ReadExample } from "./examples.js";

/** A rule without one of its conditions, in a rulebook that is otherwise the same. */
export interface Mutation {
  readonly rule: Rule;
  /** "unless clause 研究", "了 of {a:agency} 了 {b:plan}", "the fact must be asserted" */
  readonly dropped: string;
  readonly knowledge: Knowledge;
}

/**
 * Finds the conditions of relation rules that no example needs: with the condition dropped, every example and counterexample
 * of the rules for these predicates comes out as before.
 *
 * Conditions are each entry of `unless`; each element of a pattern that has to be there and is no end of the relation; and,
 * where the rule's predicate asks for it, that the clause asserts the fact. What may be there or not (了?, gaps) is none.
 */
export class MutationCheck {
  private readonly annotated = new Map<string, AnnotatedDocument>();
  private readonly holding = new Map<Rule, ReadonlySet<number>>();

  constructor(private readonly knowledge: Knowledge) {}

  /** The conditions of the rule that can be dropped unnoticed. */
  survivors(rule: Rule): readonly string[] {
    return mutationsOf(rule, this.knowledge)
      .filter(mutation => !this.isNoticed(mutation))
      .map(({ dropped }) => dropped);
  }

  private isNoticed({ rule, knowledge }: Mutation): boolean {
    const predicates = predicatesOf(rule);
    const others = this.knowledge.rules.filter(
      one => one !== rule && predicatesOf(one).some(id => predicates.includes(id)),
    );
    const read = this.readingWith(knowledge);
    return [rule, ...others].some(one => {
      const mutated = knowledge.rules.find(({ id }) => id === one.id) as Rule;
      const held = this.heldBefore(one);
      return checkRule(mutated, knowledge, read).some(
        ({ complaints }, index) => complaints.length > 0 && held.has(index),
      );
    });
  }

  /** The numbers of the examples that hold as the rules are. */
  private heldBefore(rule: Rule): ReadonlySet<number> {
    const known = this.holding.get(rule);
    if (known) return known;
    const results = checkRule(rule, this.knowledge, this.readingWith(this.knowledge));
    const held = new Set(results.flatMap(({ complaints }, index) => (complaints.length === 0 ? [index] : [])));
    this.holding.set(rule, held);
    return held;
  }

  /** Relation rules change nothing in the phases before them, so that a text is annotated only once. */
  private readingWith(knowledge: Knowledge): ReadExample {
    return (text, trace) => {
      let annotated = this.annotated.get(text);
      if (!annotated) {
        annotated = annotate(normalize(clean(examplePage(text))), this.knowledge);
        this.annotated.set(text, annotated);
      }
      return factsOf(annotated, knowledge, trace);
    };
  }
}

/** Each condition of a relation rule, dropped. */
export function mutationsOf(rule: Rule, knowledge: Knowledge): readonly Mutation[] {
  if (rule.phase !== "relations") return [];
  return [...withoutUnless(rule, knowledge), ...withoutElement(rule, knowledge), ...withoutAsserting(rule, knowledge)];
}

function withoutUnless(rule: Rule, knowledge: Knowledge): Mutation[] {
  return (["before", "after", "inside", "clause"] as const).flatMap((kind: keyof Unless) =>
    rule.unless[kind].map((_, number) => {
      const unless = { ...rule.unless, [kind]: rule.unless[kind].filter((_, other) => other !== number) };
      const dropped = `unless ${kind} ${rule.unlessSources[kind][number]}`;
      return { rule, dropped, knowledge: replaceRule({ ...rule, unless }, knowledge) };
    }),
  );
}

function withoutElement(rule: Rule, knowledge: Knowledge): Mutation[] {
  return rule.patterns.flatMap(({ pattern }, number) =>
    pattern.flatMap((item, place) => {
      if (!isCondition(item, rule)) return [];
      const compiled = compileAnyway(
        pattern.filter((_, other) => other !== place),
        rule,
        knowledge,
      );
      if (!compiled) return [];
      const patterns = rule.patterns.map((one, other) => (other === number ? compiled : one));
      const dropped = `${writeItem(item)} of ${writePattern(pattern)}`;
      return [{ rule, dropped, knowledge: replaceRule({ ...rule, patterns }, knowledge) }];
    }),
  );
}

/** Undefined where nothing is left that tells where to try the pattern: such an element cannot be dropped. */
function compileAnyway(pattern: Pattern, rule: Rule, knowledge: Knowledge) {
  try {
    return compilePattern(pattern, knowledge.alphabets[rule.phase]);
  } catch {
    return undefined;
  }
}

/** Whether an element has to be there and is no end of the relation. */
function isCondition(item: Item, rule: Rule): boolean {
  if (canBeNothing(item)) return false;
  const ends = rule.gives.flatMap(one => ("relation" in one ? [captureOf(one.from), captureOf(one.to)] : []));
  return !capturesOf(item).some(name => ends.includes(name));
}

function canBeNothing(item: Item): boolean {
  if (item.kind === "repeat") return item.least === 0 || canBeNothing(item.item);
  if (item.kind === "group") return item.alternatives.some(one => one.every(canBeNothing));
  return item.kind === "gap";
}

function capturesOf(item: Item): string[] {
  const own = "capture" in item && item.capture ? [item.capture] : [];
  if (item.kind === "repeat") return [...own, ...capturesOf(item.item)];
  if (item.kind === "group") return [...own, ...item.alternatives.flat().flatMap(capturesOf)];
  return own;
}

function withoutAsserting(rule: Rule, knowledge: Knowledge): Mutation[] {
  if (!mustBeAsserted(rule)) return [];
  const lists = new Map(
    [...knowledge.lists].map(([name, words]) => [name, name.startsWith("not-asserted") ? [] : words]),
  );
  return [{ rule, dropped: "the fact must be asserted", knowledge: { ...knowledge, lists } }];
}

function replaceRule(mutated: Rule, knowledge: Knowledge): Knowledge {
  const rules = knowledge.rules.map(rule => (rule.id === mutated.id ? mutated : rule));
  const relations = new Matcher(rules.filter(({ phase }) => phase === "relations"));
  return { ...knowledge, rules, matchers: { ...knowledge.matchers, relations } };
}

function predicatesOf({ gives }: Rule): string[] {
  return gives.flatMap(one => ("relation" in one ? [one.relation] : []));
}
