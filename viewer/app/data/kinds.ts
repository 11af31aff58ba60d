import type { Label, Schema } from "../../../src/model/schema.js";
import type { EdgeItem, Kind, NodeItem, PredicateKind } from "./dataset.js";

/** The types that nodes have, first those that the schema knows, in its order; others get a colour of their own. */
export function typesOf(nodes: readonly NodeItem[], schema: Schema | undefined): Kind[] {
  const used = new Set(nodes.map(node => node.type));
  const known = (schema?.types ?? []).filter(type => used.has(type.id));
  const unknown = [...used].filter(id => !known.some(type => type.id === id)).sort();
  return [
    ...known,
    ...unknown.map((id, index) => ({
      id,
      label: sameInAll(readable(id)),
      color: spareColors[index % spareColors.length]!,
    })),
  ];
}

/** The predicates that edges have, in the same way. */
export function predicatesOf(edges: readonly EdgeItem[], schema: Schema | undefined): PredicateKind[] {
  const used = new Set(edges.map(edge => edge.predicate));
  const known = (schema?.predicates ?? []).filter(predicate => used.has(predicate.id));
  const unknown = [...used].filter(id => !known.some(predicate => predicate.id === id)).sort();
  return [
    ...known,
    ...unknown.map(id => ({
      id,
      label: sameInAll(readable(id)),
      sentence: sameInAll(`{from} · ${readable(id)} · {to}`),
    })),
  ];
}

/** Apart in hue and near in lightness, so that none shouts. */
export const spareColors = [
  "#2f5fa8",
  "#c2572b",
  "#3b7a57",
  "#6f4fa3",
  "#00808a",
  "#b08a00",
  "#a8325e",
  "#6a9a1f",
  "#7a5c3e",
  "#4c6a8a",
  "#9a4f8f",
  "#50765f",
];

function readable(id: string): string {
  return id.replaceAll("_", " ");
}

function sameInAll(text: string): Label {
  return { en: text, "zh-Hant": text, "zh-Hans": text };
}
