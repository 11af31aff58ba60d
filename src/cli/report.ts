import type { PolicyGraph } from "../../graph/model.js";
import type { DroppedLines } from "../model/document.js";
import type { DocumentFacts } from "../model/facts.js";
import type { Problem } from "../model/problem.js";

/** What `report.json` holds: what a build read, found, left out and took. */
export interface BuildReport {
  readonly documents: number;
  readonly characters: number;
  readonly mentions: number;
  readonly entities: number;
  readonly relations: number;
  readonly indicators: number;
  readonly entities_by_type: Readonly<Record<string, number>>;
  readonly relations_by_predicate: Readonly<Record<string, number>>;
  /** Lines left out, by reason. */
  readonly dropped_lines: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  readonly seconds: Readonly<Record<string, number>>;
}

export interface ReportInput {
  readonly facts: readonly DocumentFacts[];
  readonly graph: PolicyGraph;
  readonly problems: readonly Problem[];
  readonly seconds: Readonly<Record<string, number>>;
}

/** The report of a build. Entities and relations are those of the graph, so each counts once in all its documents. */
export function reportOf({ facts, graph, problems, seconds }: ReportInput): BuildReport {
  const sum = (count: (document: DocumentFacts) => number) => facts.reduce((all, one) => all + count(one), 0);
  return {
    documents: graph.getAttribute("documents").length,
    characters: sum(document => document.text.length),
    mentions: sum(document => document.mentions.length),
    entities: graph.order,
    relations: graph.size,
    indicators: sum(document => document.indicators.length),
    entities_by_type: tally(graph.mapNodes((_, { type }) => [type, 1] as const)),
    relations_by_predicate: tally(graph.mapEdges((_, { predicate }) => [predicate, 1] as const)),
    dropped_lines: tally(facts.flatMap(({ dropped }) => dropped.map(linesByReason))),
    problems: [...problems, ...graph.getAttribute("problems")],
    seconds,
  };
}

function linesByReason({ reason, start_line, end_line }: DroppedLines): readonly [string, number] {
  return [reason, end_line - start_line + 1];
}

/** Adds up amounts by name, the largest first. */
function tally(amounts: Iterable<readonly [name: string, amount: number]>): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [name, amount] of amounts) sums.set(name, (sums.get(name) ?? 0) + amount);
  return Object.fromEntries([...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** Measures how long the stages of one run take, in seconds of the clock. */
export class Stopwatch {
  readonly seconds: Record<string, number> = {};

  during<T>(stage: string, work: () => T): T {
    const start = performance.now();
    const result = work();
    this.add(stage, start);
    return result;
  }

  async until<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    this.add(stage, start);
    return result;
  }

  private add(stage: string, start: number): void {
    this.seconds[stage] = Math.round(performance.now() - start) / 1000;
  }
}
