import { basename } from "node:path";
import type { DocumentFacts } from "../model/facts.js";
import type { Schema } from "../model/schema.js";
import type { GoldDocument } from "./gold.js";
import { type Rates, ratio } from "./rates.js";
import { Score, type ScoreError, scoreDocument } from "./score.js";

/** How good the facts of all documents are. */
export interface Evaluation {
  readonly documents: number;
  /** Gold documents that no facts belong to. */
  readonly absent: number;
  readonly entities: Rates;
  readonly entitiesExactType: Rates;
  readonly relations: Rates;
  readonly indicators: Rates;
  /** Shares of the titles and dates of relations that are right. */
  readonly titles: number;
  readonly dates: number;
  readonly byType: Readonly<Record<string, Rates>>;
  readonly byPredicate: Readonly<Record<string, Rates>>;
  /** Shares of the documents' titles, dates and outlets that are right. */
  readonly head: Readonly<Record<string, number>>;
  readonly errors: readonly ScoreError[];
}

/** Compare facts with gold. A document's facts are those whose path has the name of its gold file. */
export function evaluate(
  gold: ReadonlyMap<string, GoldDocument>,
  facts: readonly DocumentFacts[],
  schema: Schema,
): Evaluation {
  const byName = new Map(facts.map(one => [basename(one.path).replace(/\.[^.]+$/, ""), one]));
  const sum = new Score();
  for (const [name, document] of gold) sum.add(scoreDocument(name, document, byName.get(name), schema));
  return {
    documents: gold.size,
    absent: [...gold.keys()].filter(name => !byName.has(name)).length,
    entities: sum.entities.total(),
    entitiesExactType: sum.exactType.total(),
    relations: sum.relations.total(),
    indicators: sum.indicators.total(),
    titles: ratio(sum.titlesRight, sum.titles),
    dates: ratio(sum.datesRight, sum.dates),
    byType: sum.entities.byName(),
    byPredicate: sum.relations.byName(),
    head: Object.fromEntries(
      Object.entries(sum.head.byName()).map(([field, { hit, miss }]) => [field, ratio(hit, hit + miss)]),
    ),
    errors: sum.errors,
  };
}
