import type { Qualifiers, RuleId } from "./facts.js";
import type { Mention } from "./mention.js";

/** A relation between two mentions, before mentions become entities. */
export interface RelationDraft {
  readonly predicate: string;
  readonly from: Mention;
  readonly to: Mention;
  readonly qualifiers: Qualifiers;
  readonly start: number;
  readonly end: number;
  readonly rule: RuleId;
}

/** A figure stated of a mention. */
export interface IndicatorDraft {
  readonly subject: Mention;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly period?: string;
  readonly start: number;
  readonly end: number;
  readonly rule: RuleId;
}
