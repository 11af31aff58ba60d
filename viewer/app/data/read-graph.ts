import type { Attributes, SerializedEdge, SerializedGraph, SerializedNode } from "graphology-types";
import type { Evidence, GraphAttributes } from "../../../graph/model.js";
import type { ViewerDocument, ViewerRule } from "../../page-data.js";
import { changesBetween } from "./compared.js";
import { type Dataset, type DocumentItem, type EdgeItem, type NodeItem, noSource } from "./dataset.js";
import { predicatesOf, typesOf } from "./kinds.js";

export interface GraphSource {
  readonly graph: SerializedGraph;
  readonly documents?: readonly ViewerDocument[];
  readonly rules?: readonly ViewerRule[];
  readonly otherScript?: Readonly<Record<string, string>>;
  readonly before?: SerializedGraph;
}

/**
 * Read one of our graphs, or any that graphology can hold: a node without the attributes that ours have is named by its
 * `label`, `name` or key, and has the type that `type`, `entity_type` or `category` says. With an older graph beside it, the
 * two are laid over each other and every node and edge is told to be added, removed, changed or the same.
 */
export function readGraph({ graph, documents = [], rules = [], otherScript = {}, before }: GraphSource): Dataset {
  const changes = before && changesBetween(before, graph);
  const merged = changes?.merged ?? graph;
  const attributes = (merged.attributes ?? {}) as Partial<GraphAttributes>;
  const known = documentsOf(attributes, documents);
  const sourcesOf = outletsOf(known);

  const nodes = merged.nodes.map((node, index) =>
    nodeItem(node, index, sourcesOf, otherScript, changes?.nodes.get(node.key)),
  );
  const nodeOf = new Map(nodes.map(node => [node.key, node]));
  const edges: EdgeItem[] = [];
  const edgesAt: EdgeItem[][] = nodes.map(() => []);
  for (const edge of merged.edges) {
    const item = edgeItem(edge, edges.length, nodeOf, sourcesOf, changes?.edges.get(String(edge.key)));
    if (!item) continue;
    edges.push(item);
    edgesAt[item.source.index]!.push(item);
    if (item.target !== item.source) edgesAt[item.target.index]!.push(item);
  }
  return {
    nodes,
    edges,
    nodeOf,
    edgeOf: new Map(edges.map(edge => [edge.key, edge])),
    edgesAt,
    types: typesOf(nodes, attributes.schema),
    predicates: predicatesOf(edges, attributes.schema),
    sources: [...new Set([...known.values()].map(document => document.outlet ?? noSource))].sort(),
    documents: known,
    rules: new Map(rules.map(rule => [rule.id, rule])),
    hasEvidence: nodes.some(node => node.evidence.length > 0) || edges.some(edge => edge.evidence.length > 0),
    days: daysOf([...nodes, ...edges]),
    isComparison: before !== undefined,
  };
}

function documentsOf(
  attributes: Partial<GraphAttributes>,
  documents: readonly ViewerDocument[],
): ReadonlyMap<string, DocumentItem> {
  const listed = Array.isArray(attributes.documents) ? attributes.documents : [];
  return new Map<string, DocumentItem>([...listed, ...documents].map(document => [document.id, document]));
}

type SourcesOf = (evidence: readonly Evidence[]) => readonly string[];

function outletsOf(documents: ReadonlyMap<string, DocumentItem>): SourcesOf {
  const lists = new Map<string, readonly string[]>();
  return evidence => {
    const outlets = [...new Set(evidence.map(one => documents.get(one.document)?.outlet ?? noSource))];
    const id = outlets.join("\n");
    // Thousands of facts share a handful of lists.
    const list = lists.get(id) ?? outlets;
    lists.set(id, list);
    return list;
  };
}

function nodeItem(
  node: SerializedNode,
  index: number,
  sourcesOf: SourcesOf,
  otherScript: Readonly<Record<string, string>>,
  change: NodeItem["change"],
): NodeItem {
  const said = node.attributes ?? {};
  const evidence = listOf<Evidence>(said["evidence"]);
  const label = textOf(said["label"]) ?? textOf(said["name"]) ?? node.key;
  return {
    index,
    key: node.key,
    type:
      textOf(said["type"]) ?? textOf(said["entity_type"]) ?? textOf(said["category"]) ?? textOf(said["kind"]) ?? "node",
    label,
    otherScript: otherScript[node.key],
    aliases: namesOf(said["aliases"]).filter(alias => alias !== label),
    joined: listOf(said["joined"]),
    mentions: numberOf(said["mentions"]) ?? 0,
    documents: numberOf(said["documents"]) ?? 0,
    first: textOf(said["first_date"]),
    last: textOf(said["last_date"]),
    indicators: listOf(said["indicators"]),
    evidence,
    sources: sourcesOf(evidence),
    coordinates: pairOf(said["longitude"] ?? said["lon"] ?? said["lng"], said["latitude"] ?? said["lat"]),
    position: pairOf(said["x"], said["y"]),
    others: othersOf(said, nodeNames),
    change,
  };
}

function edgeItem(
  edge: SerializedEdge,
  index: number,
  nodeOf: ReadonlyMap<string, NodeItem>,
  sourcesOf: SourcesOf,
  change: EdgeItem["change"],
): EdgeItem | undefined {
  const source = nodeOf.get(edge.source);
  const target = nodeOf.get(edge.target);
  if (!source || !target) return undefined;
  const said = edge.attributes ?? {};
  const evidence = listOf<Evidence>(said["evidence"]);
  return {
    index,
    key: edge.key ?? `${edge.source}-${edge.target}-${index}`,
    source,
    target,
    predicate:
      textOf(said["predicate"]) ?? textOf(said["label"]) ?? textOf(said["type"]) ?? textOf(said["relation"]) ?? "edge",
    isSymmetric: said["symmetric"] === true || edge.undirected === true,
    qualifiers: isRecord(said["qualifiers"]) ? (said["qualifiers"] as Record<string, string>) : {},
    dates: namesOf(said["dates"]),
    weight: numberOf(said["weight"]) ?? 1,
    first: textOf(said["first_date"]),
    last: textOf(said["last_date"]),
    evidence,
    sources: sourcesOf(evidence),
    others: othersOf(said, edgeNames),
    change,
  };
}

const nodeNames = new Set(
  "type entity_type category kind label name aliases joined mentions documents first_date last_date indicators evidence longitude lon lng latitude lat x y z size color".split(
    " ",
  ),
);
const edgeNames = new Set(
  "predicate label type relation symmetric qualifiers dates weight first_date last_date evidence size color".split(" "),
);

function othersOf(said: Attributes, known: ReadonlySet<string>): [string, string][] {
  return Object.entries(said).flatMap(([name, value]): [string, string][] => {
    if (known.has(name) || value === undefined || value === null || value === "") return [];
    return [[name, typeof value === "object" ? JSON.stringify(value) : String(value)]];
  });
}

function daysOf(items: readonly (NodeItem | EdgeItem)[]): [string, string] | undefined {
  let first: string | undefined;
  let last: string | undefined;
  for (const item of items) {
    if (item.first !== undefined && (first === undefined || item.first < first)) first = item.first;
    if (item.last !== undefined && (last === undefined || item.last > last)) last = item.last;
  }
  return first !== undefined && last !== undefined ? [first.slice(0, 10), last.slice(0, 10)] : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

function pairOf(x: unknown, y: unknown): [number, number] | undefined {
  const [first, second] = [numberOf(x), numberOf(y)];
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** A list, or what GraphML makes of one: its members joined. */
function namesOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value.split(/\s*[|;]\s*/).filter(Boolean);
  return listOf<string>(value);
}

function listOf<T>(value: unknown): readonly T[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
