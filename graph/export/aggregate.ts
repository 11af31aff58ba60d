import type { Attributes } from "graphology-types";
import { newGraph, type AnyGraph } from "../graphology.js";
import { byCodePoint } from "../order.js";
import { valueText } from "./values.js";

/**
 * A copy with one edge for each pair of nodes and direction, for tools that can't show parallel edges or add them up on
 * their own. Weights and counts are added, texts joined, dates spanned; of other values the first stays.
 *
 *     a -issues-> b (weight 2), a -approves-> b (weight 1)   =>   a -> b, weight 3, edges 2, label "issues | approves"
 */
export function aggregatePairs(graph: AnyGraph): AnyGraph {
  const pairs = newGraph({ type: graph.type, multi: false, allowSelfLoops: true });
  pairs.replaceAttributes({ ...graph.getAttributes() });
  graph.forEachNode((key, attributes) => pairs.addNode(key, { ...attributes }));
  graph.forEachEdge((key, attributes, source, target, _from, _to, undirected) => {
    const existing = undirected ? pairs.undirectedEdge(source, target) : pairs.directedEdge(source, target);
    const counted = { ...attributes, weight: weightOf(attributes), edges: 1 };
    if (existing !== undefined)
      pairs.replaceEdgeAttributes(existing, added(pairs.getEdgeAttributes(existing), counted));
    else if (undirected) pairs.addUndirectedEdgeWithKey(key, source, target, counted);
    else pairs.addDirectedEdgeWithKey(key, source, target, counted);
  });
  return pairs;
}

function weightOf({ weight }: Attributes): number {
  return typeof weight === "number" && weight > 0 ? weight : 1;
}

function added(sum: Attributes, next: Attributes): Attributes {
  const names = new Set([...Object.keys(sum), ...Object.keys(next)]);
  return Object.fromEntries([...names].map(name => [name, addedValue(name, sum[name], next[name])]));
}

function addedValue(name: string, sum: unknown, next: unknown): unknown {
  if (sum === undefined || next === undefined) return sum ?? next;
  if (name === "first_date") return byCodePoint(textOf(sum), textOf(next)) < 0 ? sum : next;
  if (name === "last_date") return byCodePoint(textOf(sum), textOf(next)) > 0 ? sum : next;
  if (typeof sum === "number" && typeof next === "number") return isCount(name) ? sum + next : sum;
  if (typeof sum === "boolean" && typeof next === "boolean") return sum && next;
  return [...new Set([sum, next].flat().map(textOf))];
}

function isCount(name: string): boolean {
  return name === "weight" || name === "edges" || name.endsWith("_count");
}

function textOf(value: unknown): string {
  return valueText(value, "string");
}
