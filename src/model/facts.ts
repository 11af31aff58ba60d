import type { DroppedLines } from "./document.js";
import type { Problem } from "./problem.js";

/** The id of the rule that a fact rests on. */
export type RuleId = string;

/** A value that a relation carries beside its two ends: "title", "date", "status", "amount". */
export type Qualifiers = Readonly<Record<string, string>>;

/** One place where the document names an entity. */
export interface MentionRecord {
  readonly entity: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly rule: RuleId;
}

/** One entity of the document, with the key that joins it to the same entity of other documents. */
export interface EntityRecord {
  readonly id: string;
  /** "place:441800" for an entry of a gazetteer; else type, simplified name and, where it is known, "@" and a place. */
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface RelationRecord {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly qualifiers?: Qualifiers;
  readonly start: number;
  readonly end: number;
  readonly rule: RuleId;
}

export interface IndicatorRecord {
  readonly subject: string;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly period?: string;
  readonly start: number;
  readonly end: number;
  readonly rule: RuleId;
}

/** Everything that one document says: a line of `facts.jsonl`. Offsets are UTF-16 code units into `text`. */
export interface DocumentFacts {
  readonly id: string;
  readonly path: string;
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly text: string;
  readonly mentions: readonly MentionRecord[];
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  readonly indicators: readonly IndicatorRecord[];
  readonly dropped: readonly DroppedLines[];
  readonly problems?: readonly Problem[];
}
