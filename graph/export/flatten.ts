import type { Attributes } from "graphology-types";
import type { EdgeAttributes, Evidence, Indicator, NodeAttributes, PolicyGraph } from "../model.js";
import { sorted } from "../order.js";
import type { AttributeTypes } from "./columns.js";
import type { GraphmlOptions } from "./graphml.js";

/** What a format with flat columns says of one of our graphs. */
export type FlatView = Required<
  Pick<GraphmlOptions, "types" | "graphAttributes" | "nodeAttributes" | "edgeAttributes" | "nodeLabels" | "edgeLabel">
>;

/** Of a graph that isn't ours: each element's attributes as they are. */
export const asIs = {
  nodeAttributes: (_key: string, attributes: Attributes): Attributes => attributes,
  edgeAttributes: (_key: string, attributes: Attributes, _source: string, _target: string): Attributes => attributes,
};

/**
 * Say nodes and edges in flat attributes: lists joined, qualifiers as columns, and of all evidence the best sentence, the
 * count and the ids, which name the places in `facts.jsonl`.
 */
export function flatten(graph: PolicyGraph): FlatView {
  const repeated = repeatedLabels(graph);
  const qualifiers = qualifierColumns(graph);
  const titles = new Map(graph.getAttribute("documents").map(({ id, title }) => [id, title]));
  return {
    types: {
      graph: graphTypes,
      node: nodeTypes,
      edge: { ...edgeTypes, ...Object.fromEntries([...qualifiers.values()].map(name => [name, "string"])) },
    },
    graphAttributes: () => flatGraph(graph),
    nodeAttributes: (key, attributes) => flatNode(key, attributes as NodeAttributes, repeated, titles),
    edgeAttributes: (_, attributes) => flatEdge(attributes as EdgeAttributes, qualifiers, titles),
    nodeLabels: (_, { entity_type }) => `:${entity_type}`,
    edgeLabel: (_, { predicate }) => predicate,
  };
}

const graphTypes: AttributeTypes = { creator: "string", documents: "int", first_date: "string", last_date: "string" };

const nodeTypes: AttributeTypes = {
  label: "string",
  name: "string",
  entity_type: "string",
  aliases: "string",
  mentions: "int",
  documents: "int",
  first_date: "string",
  last_date: "string",
  indicators: "string",
  joined_keys: "string",
  evidence_sentence: "string",
  evidence_title: "string",
  evidence_rule: "string",
  evidence_count: "int",
  evidence_ids: "string",
};

const edgeTypes: AttributeTypes = {
  label: "string",
  interaction: "string",
  predicate: "string",
  symmetric: "boolean",
  weight: "int",
  dates: "string",
  first_date: "string",
  last_date: "string",
  evidence_sentence: "string",
  evidence_title: "string",
  evidence_rule: "string",
  evidence_count: "int",
  evidence_ids: "string",
};

/** No more ids than this go along: a place that every page names would fill megabytes. */
const mostIds = 50;

function flatGraph(graph: PolicyGraph): Attributes {
  const documents = graph.getAttribute("documents");
  const dates = sorted(documents.flatMap(({ published }) => published?.slice(0, 10) ?? []));
  return { creator: "policygraph", documents: documents.length, first_date: dates[0], last_date: dates.at(-1) };
}

type Titles = ReadonlyMap<string, string | undefined>;

function flatNode(key: string, node: NodeAttributes, repeated: ReadonlySet<string>, titles: Titles): Attributes {
  const { type, label, aliases, joined, mentions, documents, first_date, last_date, indicators, evidence } = node;
  return {
    label,
    name: repeated.has(label) ? `${label} [${key}]` : label,
    entity_type: type,
    aliases,
    mentions,
    documents,
    first_date,
    last_date,
    indicators: indicators.map(indicatorText),
    joined_keys: joined.map(({ key }) => key),
    ...flatEvidence(evidence, titles),
  };
}

function flatEdge(edge: EdgeAttributes, columns: ReadonlyMap<string, string>, titles: Titles): Attributes {
  const { predicate, symmetric, qualifiers, weight, dates, first_date, last_date, evidence } = edge;
  const qualified = Object.entries(qualifiers).map(([name, value]) => [columns.get(name)!, value]);
  return {
    ...Object.fromEntries(qualified),
    label: predicate,
    interaction: predicate,
    predicate,
    symmetric,
    weight,
    dates,
    first_date,
    last_date,
    ...flatEvidence(evidence, titles),
  };
}

function flatEvidence(evidence: readonly Evidence[], titles: Titles): Attributes {
  const best = bestEvidence(evidence);
  return {
    evidence_sentence: best?.sentence.replace(/\s+/g, " "),
    evidence_title: best && titles.get(best.document),
    evidence_rule: best?.rule,
    evidence_count: evidence.length,
    evidence_ids: evidence.slice(0, mostIds).map(({ id }) => id),
  };
}

/** The sentence that shows the most names in the fewest words. */
function bestEvidence(evidence: readonly Evidence[]): Evidence | undefined {
  const isBetter = (one: Evidence, other: Evidence) =>
    (Math.min(one.marks.length, 2) - Math.min(other.marks.length, 2) || other.sentence.length - one.sentence.length) >
    0;
  return evidence.reduce<Evidence | undefined>(
    (best, next) => (!best || isBetter(next, best) ? next : best),
    undefined,
  );
}

/** "高新技術企業數量 375 家 (2020)" */
function indicatorText({ indicator, value, unit, period }: Indicator): string {
  return `${indicator} ${value} ${unit}`.trim() + (period ? ` (${period})` : "");
}

function repeatedLabels(graph: PolicyGraph): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  graph.forEachNode((_, { label }) => (seen.has(label) ? repeated : seen).add(label));
  return repeated;
}

/** The column of each qualifier: its own name, unless it is taken. */
function qualifierColumns(graph: PolicyGraph): Map<string, string> {
  const names = sorted(graph.mapEdges((_, { qualifiers }) => Object.keys(qualifiers)).flat());
  return new Map(names.map(name => [name, name in edgeTypes ? `qualifier_${name}` : name]));
}
