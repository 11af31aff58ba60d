import { parse } from "yaml";
import type { Schema } from "../model/schema.js";

/** A fact as an example states it, on one line. */
export type FactLine =
  | { readonly kind: "mention"; readonly type: string; readonly name: string }
  | {
      readonly kind: "relation";
      readonly subject: string;
      readonly predicate: string;
      readonly object: string;
      readonly qualifiers: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "indicator";
      readonly subject: string;
      readonly indicator: string;
      readonly value: number;
      readonly unit: string;
      readonly period?: string;
    };

/**
 * Read a line of an example's `finds`; undefined where it is none of these.
 *
 *     agency 清远市委
 *     陈志英 holds_position 广州市 {title: 副市长}
 *     清远市 工业增加值 = 300 亿元 {period: 2020}
 */
export function parseFactLine(line: string, schema: Schema): FactLine | undefined {
  const [, body = "", braces] = /^(.*?)\s*(\{[^{}]*\})?$/s.exec(line.trim()) ?? [];
  const qualifiers = braces === undefined ? {} : qualifiersOf(braces);
  return relationOf(body, qualifiers, schema) ?? indicatorOf(body, qualifiers) ?? mentionOf(body, schema);
}

/** What a line can look like, for the hint of a fault. */
export const FACT_LINE_FORMS =
  '"agency 清远市委", "清远市委 issues 总体方案 {date: 2021-05}" or "清远市 工业增加值 = 300 亿元"';

function relationOf(body: string, qualifiers: Readonly<Record<string, string>>, schema: Schema): FactLine | undefined {
  const words = body.split(/\s+/);
  const at = words.findIndex((word, index) => index > 0 && schema.predicates.some(({ id }) => id === word));
  if (at < 0 || at === words.length - 1) return undefined;
  const [subject, object] = [words.slice(0, at).join(" "), words.slice(at + 1).join(" ")];
  return { kind: "relation", subject, predicate: words[at] as string, object, qualifiers };
}

function indicatorOf(body: string, { period }: Readonly<Record<string, string>>): FactLine | undefined {
  const [, subject, indicator, value, unit] = /^(\S+)\s+(.*?)\s*=\s*(-?[\d.]+)\s*(.*)$/.exec(body) ?? [];
  if (subject === undefined || indicator === undefined || unit === undefined) return undefined;
  return { kind: "indicator", subject, indicator, value: Number(value), unit, period };
}

function mentionOf(body: string, schema: Schema): FactLine | undefined {
  const [type = "", ...name] = body.split(/\s+/);
  if (name.length === 0 || !schema.types.some(({ id }) => id === type)) return undefined;
  return { kind: "mention", type, name: name.join(" ") };
}

function qualifiersOf(braces: string): Record<string, string> {
  const values = parse(braces, { schema: "failsafe" }) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value ?? "")]));
}
