import type { DocumentFacts } from "../model/facts.js";
import type { Schema } from "../model/schema.js";
import { align, comparable, type FoundEntity, fits, type GoldEntity, withForms } from "./align.js";
import type { GoldDocument } from "./gold.js";
import { Counts } from "./rates.js";

/** One way in which the facts of a document and its gold differ. */
export interface ScoreError {
  readonly document: string;
  readonly kind: string;
  readonly what: string;
}

/** What came of comparing one document, or many, with gold. */
export class Score {
  readonly entities = new Counts();
  /** Entities once more, where another type is an error (under "all"). */
  readonly exactType = new Counts();
  readonly relations = new Counts();
  readonly indicators = new Counts();
  readonly head = new Counts();
  readonly errors: ScoreError[] = [];
  titles = 0;
  titlesRight = 0;
  dates = 0;
  datesRight = 0;

  add(other: Score): void {
    for (const part of ["entities", "exactType", "relations", "indicators", "head"] as const)
      this[part].add(other[part]);
    for (const part of ["titles", "titlesRight", "dates", "datesRight"] as const) this[part] += other[part];
    this.errors.push(...other.errors);
  }
}

/** Compare the facts of one document with its gold. Facts outside of the schema are not compared. */
export function scoreDocument(
  name: string,
  gold: GoldDocument,
  facts: DocumentFacts | undefined,
  schema: Schema,
): Score {
  return new Comparison(name, gold, facts, schema).score;
}

class Comparison {
  readonly score = new Score();
  private readonly gold: readonly GoldEntity[];
  private readonly found: readonly FoundEntity[];
  /** Which gold entity each one found is. */
  private readonly aligned: ReadonlyMap<number, number>;
  /** The place of each gold entity by its name. */
  private readonly goldPlaces: ReadonlyMap<string, number>;
  private readonly foundPlaces: ReadonlyMap<string, number>;

  constructor(
    private readonly name: string,
    private readonly document: GoldDocument,
    private readonly facts: DocumentFacts | undefined,
    private readonly schema: Schema,
  ) {
    const types = new Set(schema.types.map(({ id }) => id));
    this.gold = document.entities.map(withForms);
    this.found = (facts?.entities ?? []).filter(({ type }) => types.has(type)).map(withForms);
    this.aligned = align(this.found, this.gold);
    this.goldPlaces = new Map(this.gold.map(({ name: one }, place) => [one, place]));
    this.foundPlaces = new Map(this.found.map(({ id }, place) => [id, place]));
    this.scoreEntities();
    this.scoreRelations();
    this.scoreIndicators();
    this.scoreHead();
  }

  private scoreEntities(): void {
    const { entities, exactType } = this.score;
    const taken = new Set(this.aligned.values());
    this.found.forEach((found, place) => {
      const gold = this.gold[this.aligned.get(place) ?? -1];
      if (!gold) {
        entities.of(found.type).extra++;
        exactType.of("all").extra++;
        return this.report("extra entity", `${found.type} ${found.name}`);
      }
      if (gold.optional) return;
      entities.of(gold.type).hit++;
      if (gold.type === found.type) exactType.of("all").hit++;
      else {
        exactType.of("all").extra++;
        exactType.of("all").miss++;
        this.report("other type", `${gold.name}: ${found.type}, gold ${gold.type}`);
      }
    });
    this.gold.forEach((gold, place) => {
      if (taken.has(place) || gold.optional) return;
      entities.of(gold.type).miss++;
      exactType.of("all").miss++;
      this.report("missed entity", `${gold.type} ${gold.name}`);
    });
  }

  private scoreRelations(): void {
    const wanted = this.wantedRelations();
    const seen = new Set<string>();
    const predicates = new Set(this.schema.predicates.map(({ id }) => id));
    for (const { subject, predicate, object, qualifiers = {} } of this.facts?.relations ?? []) {
      if (!predicates.has(predicate)) continue;
      const [from, to] = [this.endOf(subject), this.endOf(object)];
      const key = this.keyOf(from, predicate, to);
      const match = isGold(from) && isGold(to) ? wanted.get(key) : undefined;
      if (match) {
        this.scoreQualifiers(match.relations, qualifiers, seen.has(key));
        if (!seen.has(key) && !match.isOptional) this.score.relations.of(predicate).hit++;
        seen.add(key);
        continue;
      }
      if (this.gold[from ?? -1]?.optional || this.gold[to ?? -1]?.optional) continue;
      this.score.relations.of(predicate).extra++;
      this.report("extra relation", `${this.shown(subject, from)} ${predicate} ${this.shown(object, to)}`);
    }
    for (const [key, { relations, isOptional }] of wanted) {
      const [first] = relations;
      if (isOptional || seen.has(key) || !first) continue;
      this.score.relations.of(first.predicate).miss++;
      this.report("missed relation", `${first.subject} ${first.predicate} ${first.object}`);
    }
  }

  /** Relations of the gold with the same ends and predicate are one: several posts of a person at a body. */
  private wantedRelations(): Map<string, WantedRelation> {
    const wanted = new Map<string, WantedRelation>();
    for (const relation of this.document.relations) {
      const { subject, predicate, object } = relation;
      const key = this.keyOf(this.goldPlaces.get(subject), predicate, this.goldPlaces.get(object));
      const known = wanted.get(key);
      const isOptional = (known?.isOptional ?? true) && relation.optional === true;
      wanted.set(key, { relations: [...(known?.relations ?? []), relation], isOptional });
    }
    return wanted;
  }

  private keyOf(from: number | undefined, predicate: string, to: number | undefined): string {
    const isSymmetric = this.schema.predicates.some(({ id, symmetric }) => id === predicate && symmetric);
    const [first, second] = isSymmetric && Number(from) > Number(to) ? [to, from] : [from, to];
    return `${first}|${predicate}|${second}`;
  }

  /** The gold entity that an entity found is paired with, or else any that its name fits; -1 where there is none. */
  private endOf(id: string): number | undefined {
    const place = this.foundPlaces.get(id);
    const found = this.found[place ?? -1];
    if (place === undefined || !found) return undefined;
    return this.aligned.get(place) ?? this.gold.findIndex(gold => fits(found, gold));
  }

  private shown(id: string, place: number | undefined): string {
    return `${this.found[this.foundPlaces.get(id) ?? -1]?.name ?? "?"}${isGold(place) ? "" : "(!)"}`;
  }

  private scoreQualifiers(
    relations: WantedRelation["relations"],
    found: Readonly<Record<string, string>>,
    isSeen: boolean,
  ): void {
    const titles = relations.flatMap(({ qualifiers }) => qualifiers?.title ?? []);
    if (!isSeen) this.score.titles += titles.length;
    if (titles.some(title => comparable(title) === comparable(found.title ?? ""))) this.score.titlesRight++;
    const date = relations.find(({ qualifiers }) => qualifiers?.date)?.qualifiers?.date;
    if (date === undefined || isSeen) return;
    this.score.dates++;
    if ((found.date ?? "").startsWith(date.slice(0, 10))) this.score.datesRight++;
  }

  private scoreIndicators(): void {
    const count = this.score.indicators.of("all");
    const open = this.document.indicators.map(gold => ({ ...gold, place: this.goldPlaces.get(gold.subject) }));
    for (const { subject, indicator, value, unit } of this.facts?.indicators ?? []) {
      const place = this.endOf(subject);
      const at = open.findIndex(
        gold => gold.place === place && gold.value === value && comparable(gold.unit) === comparable(unit),
      );
      const [match] = at < 0 ? [] : open.splice(at, 1);
      if (match && !match.optional) count.hit++;
      if (match) continue;
      count.extra++;
      this.report("extra indicator", `${this.shown(subject, 0)} ${indicator} ${value}${unit}`);
    }
    for (const { subject, indicator, value, unit } of open.filter(({ optional }) => !optional)) {
      count.miss++;
      this.report("missed indicator", `${subject} ${indicator} ${value}${unit}`);
    }
  }

  private scoreHead(): void {
    const same = { title: comparable, outlet: comparable, published: (date: string) => date.slice(0, 10) };
    for (const field of ["title", "published", "outlet"] as const) {
      const wanted = this.document[field];
      if (wanted === undefined || wanted === null) continue;
      const found = this.facts?.[field] ?? "";
      if (same[field](found) === same[field](wanted)) this.score.head.of(field).hit++;
      else {
        this.score.head.of(field).miss++;
        this.report(`wrong ${field}`, `${found || "none"}, gold ${wanted}`);
      }
    }
  }

  private report(kind: string, what: string): void {
    this.score.errors.push({ document: this.name, kind, what });
  }
}

const isGold = (place: number | undefined): place is number => place !== undefined && place >= 0;

interface WantedRelation {
  readonly relations: readonly GoldDocument["relations"][number][];
  readonly isOptional: boolean;
}
