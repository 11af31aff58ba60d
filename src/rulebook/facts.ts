import type { FactLine } from "../engine/fact-line.js";
import type { DocumentFacts, EntityRecord, RuleId } from "../model/facts.js";
import type { Schema } from "../model/schema.js";
import type { Span } from "../model/span.js";
import { normalizeText } from "../normalize/index.js";

/** A fact of a document that an example speaks of, with the rule behind it. */
export interface Found {
  readonly kind: FactLine["kind"];
  readonly line: string;
  readonly span: Span;
  readonly rule: RuleId;
}

/** The facts of a document that a line states. Names compare in simplified characters, and an alias is as good as a name. */
export function factsLike(line: FactLine, facts: DocumentFacts, schema: Schema): readonly Found[] {
  switch (line.kind) {
    case "mention": {
      const entities = facts.entities.filter(entity => entity.type === line.type && isCalled(entity, line.name));
      return mentionsOf(facts, entities);
    }
    case "relation": {
      const isSymmetric = schema.predicates.some(({ id, symmetric }) => id === line.predicate && symmetric);
      return relationsOf(facts, ({ predicate, subject, object, qualifiers }) => {
        const isSaid = isCalled(subject, line.subject) && isCalled(object, line.object);
        const isSaidBackwards = isCalled(subject, line.object) && isCalled(object, line.subject) && isSymmetric;
        return predicate === line.predicate && (isSaid || isSaidBackwards) && holds(qualifiers, line.qualifiers);
      });
    }
    case "indicator":
      return indicatorsOf(facts, ({ subject, indicator, value, unit, period }) => {
        const isSame = sameName(indicator, line.indicator) && value === line.value && sameName(unit, line.unit);
        return isSame && isCalled(subject, line.subject) && (line.period === undefined || period === line.period);
      });
  }
}

/** Every fact of a document, one line each, in the order of the text. */
export function allFacts(facts: DocumentFacts): readonly Found[] {
  const found = [
    ...mentionsOf(facts, facts.entities),
    ...relationsOf(facts, () => true),
    ...indicatorsOf(facts, () => true),
  ];
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

interface RelationView {
  readonly subject: EntityRecord;
  readonly predicate: string;
  readonly object: EntityRecord;
  readonly qualifiers: Readonly<Record<string, string>>;
}

interface IndicatorView {
  readonly subject: EntityRecord;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly period?: string;
}

function mentionsOf(facts: DocumentFacts, entities: readonly EntityRecord[]): Found[] {
  const ids = new Set(entities.map(({ id }) => id));
  const mentions = facts.mentions.filter(({ entity }) => ids.has(entity));
  return mentions.map(({ type, start, end, rule }) => ({
    kind: "mention" as const,
    line: `${type} ${facts.text.slice(start, end)}`,
    span: { start, end },
    rule,
  }));
}

function relationsOf(facts: DocumentFacts, isWanted: (relation: RelationView) => boolean): Found[] {
  const entities = new Map(facts.entities.map(entity => [entity.id, entity]));
  return facts.relations.flatMap(({ predicate, start, end, rule, ...rest }) => {
    const view = {
      predicate,
      subject: entities.get(rest.subject)!,
      object: entities.get(rest.object)!,
      qualifiers: rest.qualifiers ?? {},
    };
    return isWanted(view)
      ? [{ kind: "relation" as const, line: lineOfRelation(view), span: { start, end }, rule }]
      : [];
  });
}

function indicatorsOf(facts: DocumentFacts, isWanted: (indicator: IndicatorView) => boolean): Found[] {
  const entities = new Map(facts.entities.map(entity => [entity.id, entity]));
  return facts.indicators.flatMap(({ subject, start, end, rule, ...rest }) => {
    const view = { ...rest, subject: entities.get(subject)! };
    return isWanted(view)
      ? [{ kind: "indicator" as const, line: lineOfIndicator(view), span: { start, end }, rule }]
      : [];
  });
}

function lineOfRelation({ subject, predicate, object, qualifiers }: RelationView): string {
  const more = Object.entries(qualifiers).map(([name, value]) => `${name}: ${value}`);
  return `${subject.name} ${predicate} ${object.name}${more.length > 0 ? ` {${more.join(", ")}}` : ""}`;
}

function lineOfIndicator({ subject, indicator, value, unit, period }: IndicatorView): string {
  return `${subject.name} ${indicator} = ${value} ${unit}${period ? ` {period: ${period}}` : ""}`;
}

/** Whether an entity has the name, in either script, or as an alias. */
export function isCalled(entity: EntityRecord, name: string): boolean {
  return [entity.name, ...entity.aliases].some(one => sameName(one, name));
}

function holds(qualifiers: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([name, value]) => sameName(qualifiers[name] ?? "", value));
}

const sameName = (one: string, other: string): boolean => comparable(one) === comparable(other);

const comparable = (name: string): string => normalizeText(name).replace(/[\s《》〈〉「」『』“”‘’"']/g, "");
