import type { RuleId } from "./facts.js";

/** One place where a document names something, while the document is being read. Never edited, never merged. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly rule: RuleId;
  /** Gazetteer entries that the surface names; more than one where it is ambiguous. */
  readonly keys: readonly string[];
  /** What else rules may ask for: "place.county", "agency.local". */
  readonly classes: readonly string[];
  /** Mentions that it swallowed: the places inside the name of an agency. */
  readonly parts: readonly Mention[];
  /** The name where it is not the surface: 林瑞彥 of 林副市長瑞彥. */
  readonly name?: string;
  /** The place that it belongs to, where the text around tells and its name does not: 省政府 in news from Guangdong. */
  readonly within?: Mention;
  /** For words that stand for something named elsewhere (本市, 他): the mentions meant. Such a mention names nothing itself. */
  readonly antecedents?: readonly Mention[];
}

/** 清远市人民政府 and 清远市政府 are one body, in one document and over all of them. */
export const comparable = (name: string, type: string): string =>
  type === "agency" ? name.replace("人民政府", "政府") : name;
