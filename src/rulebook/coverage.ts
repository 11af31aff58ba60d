import type { Knowledge } from "../engine/load.js";
import type { Rule } from "../engine/rule.js";
import type { Page } from "../model/page.js";
import { extract } from "../pipeline.js";

/** How often a rule matched in some pages, and what became of its matches. */
export interface RuleCoverage {
  readonly rule: Rule;
  /** Its match gave something. */
  fired: number;
  /** Its match overlapped another, and one of them lost. */
  overlapped: number;
  /** Its match lost to one that overlaps it. */
  lost: number;
  /** A condition refused its match. */
  refused: number;
}

/** Counts what becomes of the matches of every rule, page after page. */
export class Coverage {
  private readonly counts: ReadonlyMap<Rule, RuleCoverage>;

  constructor(private readonly knowledge: Knowledge) {
    const none = { fired: 0, overlapped: 0, lost: 0, refused: 0 };
    this.counts = new Map(knowledge.rules.map(rule => [rule, { rule, ...none }]));
  }

  add(page: Page): void {
    extract(page, this.knowledge, ({ rule, outcome }) => {
      const count = this.of(rule);
      if (outcome.kind === "won") count.fired++;
      if (outcome.kind === "refused") count.refused++;
      if (outcome.kind !== "lost") return;
      count.lost++;
      count.overlapped++;
      if (outcome.to.rule !== rule) this.of(outcome.to.rule).overlapped++;
    });
  }

  /** Every rule, in the order of the rulebook. */
  get rules(): readonly RuleCoverage[] {
    return [...this.counts.values()];
  }

  private of(rule: Rule): RuleCoverage {
    return this.counts.get(rule)!;
  }
}
