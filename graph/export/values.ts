import type { Attributes } from "graphology-types";
import type { ValueType } from "./columns.js";
import { isXmlSafe } from "./xml-text.js";

/** What stands between the members of a list. */
export const listSeparator = " | ";

/**
 * Say a value in a column of some type; "" where there is nothing to say, or where the value doesn't fit.
 *
 *     ["清遠", "清遠市"], string  ->  "清遠 | 清遠市"        NaN, double  ->  ""        3.5, int  ->  ""
 */
export function valueText(value: unknown, type: ValueType): string {
  if (type === "string") return stringText(value);
  if (type === "boolean") return typeof value === "boolean" ? String(value) : "";
  if (typeof value !== "number" || !Number.isFinite(value)) return "";
  if (type === "int" && (value | 0) !== value) return "";
  return isSubnormal(value) ? "0" : numberText(value);
}

/**
 * What XML and its columns can't say exactly of an element, as JSON, or "" where there is no such thing: its attributes,
 * under "numbers" those that JSON has no word for either (NaN, Infinity, -0), and its key.
 */
export function exactJson(key: string, attributes: Attributes, types: ReadonlyMap<string, ValueType>): string {
  const isUnsaid = ([name, value]: [string, unknown]) => value !== undefined && !isSaidExactly(value, types.get(name));
  const unsaid = Object.entries(attributes).filter(isUnsaid);
  const isKeySafe = key !== "" && isXmlSafe(key);
  return isKeySafe && unsaid.length === 0 ? "" : wholeJson(unsaid, isKeySafe ? {} : { key });
}

/** Attributes as JSON that XML can say, with whatever else is to be told. */
export function wholeJson(attributes: readonly (readonly [string, unknown])[], more: object): string {
  const numbers = attributes.filter(([, value]) => hasNoJson(value));
  const values = attributes.filter(([, value]) => !hasNoJson(value));
  const json = JSON.stringify({
    ...more,
    values: Object.fromEntries(values),
    numbers: Object.fromEntries(numbers.map(([name, value]) => [name, numberText(value as number)])),
  });
  return json.replace(
    /[\u0085\u2028\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Tell whether a value was there to say and the column left it out. */
export function isOmitted(value: unknown, text: string): boolean {
  return (
    text === "" &&
    value !== undefined &&
    value !== null &&
    value !== "" &&
    !(Array.isArray(value) && value.length === 0)
  );
}

function hasNoJson(value: unknown): boolean {
  return typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0));
}

function stringText(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value))
    return value
      .map(stringText)
      .filter(text => text !== "")
      .join(listSeparator);
  if (typeof value === "number") return Number.isFinite(value) ? numberText(value) : "";
  if (value instanceof Date) return Number.isNaN(value.valueOf()) ? "" : value.toISOString();
  if (typeof value === "object" && value !== null) return JSON.stringify(value) ?? "";
  return typeof value === "boolean" || typeof value === "bigint" ? String(value) : "";
}

/** So near to 0 that igraph calls it an underflow, and refuses the whole file. */
function isSubnormal(value: number): boolean {
  return value !== 0 && Math.abs(value) < 2.2250738585072014e-308;
}

function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function isSaidExactly(value: unknown, type: ValueType | undefined): boolean {
  if (typeof value === "string") return type === "string" && value !== "" && isXmlSafe(value);
  if (typeof value === "number")
    return (type === "int" || type === "double") && Number.isFinite(value) && !isSubnormal(value);
  return typeof value === "boolean" && type === "boolean";
}
