import type { Attributes } from "graphology-types";
import type { AnyGraph } from "./graphology.js";
import type { EdgeAttributes, NodeAttributes, PolicyGraph } from "./model.js";
import { edgeKey } from "./build.js";
import { by, byCodePoint, groupBy, sorted } from "./order.js";
import { simplify } from "./simplify.js";

/**
 * Add what another graph says to one of ours, as a graph that came in from outside says it: without evidence.
 *
 * A node of the other graph is one that is there already where both have the same key, or where the type and the name, in
 * either script, are those of exactly one. An edge that is there already stays as it is. Of two graphs it doesn't matter in
 * which order they are added, unless both name something that the first does not know.
 */
export function addGraph(graph: PolicyGraph, other: AnyGraph): PolicyGraph {
  const keys = existingKeys(graph, other);
  for (const key of sorted(other.nodes())) addNode(graph, keys.get(key) ?? key, other.getNodeAttributes(key));
  other.forEachEdge((_key, attributes, source, target, _from, _to, undirected) => {
    addEdge(graph, keys.get(source) ?? source, keys.get(target) ?? target, attributes, undirected);
  });
  return graph;
}

/** The keys under which our graph knows the nodes of the other. */
function existingKeys(graph: PolicyGraph, other: AnyGraph): Map<string, string> {
  const named = graph
    .mapNodes((key, { type, label, aliases }) => [label, ...aliases].map(name => ({ key, name: nameOf(type, name) })))
    .flat();
  const byName = groupBy(named, ({ name }) => name);
  const entries = other.mapNodes((key, attributes) => {
    if (graph.hasNode(key)) return [key, key] as const;
    const known = new Set(byName.get(nameOf(typeOf(attributes), labelOf(key, attributes)))?.map(({ key }) => key));
    return [key, known.size === 1 ? [...known][0]! : key] as const;
  });
  return new Map(entries);
}

function nameOf(type: string, name: string): string {
  return `${type} ${simplify(name)}`;
}

function addNode(graph: PolicyGraph, key: string, attributes: Attributes): void {
  const label = labelOf(key, attributes);
  const aliases = textsOf(attributes.aliases);
  if (!graph.hasNode(key)) return void graph.addNode(key, newNode(typeOf(attributes), label, aliases, attributes));
  graph.updateNodeAttributes(key, node => ({
    ...(node as NodeAttributes),
    aliases: sorted([...(node.aliases ?? []), ...aliases, label]).filter(name => name !== node.label),
  }));
}

function newNode(
  type: string,
  label: string,
  aliases: readonly string[],
  { first_date, last_date }: Attributes,
): NodeAttributes {
  return {
    type,
    label,
    aliases: sorted(aliases).filter(name => name !== label),
    joined: [],
    mentions: 0,
    documents: 0,
    ...datesOf(first_date, last_date),
    indicators: [],
    evidence: [],
  };
}

function addEdge(
  graph: PolicyGraph,
  source: string,
  target: string,
  attributes: Attributes,
  undirected: boolean,
): void {
  const predicate = String(attributes.predicate ?? attributes.type ?? attributes.label ?? "related_to");
  const schema = graph.getAttribute("schema").predicates.find(({ id }) => id === predicate);
  const symmetric = schema?.symmetric ?? (undirected || attributes.symmetric === true);
  const [from, to] = symmetric && byCodePoint(source, target) > 0 ? [target, source] : [source, target];
  const qualifiers = qualifiersOf(attributes, schema?.qualifiers ?? ["title", "status", "amount"]);
  const key = edgeKey({ from, predicate, to, qualifiers });
  if (!graph.hasEdge(key))
    graph.addDirectedEdgeWithKey(key, from, to, newEdge(predicate, symmetric, qualifiers, attributes));
}

function newEdge(
  predicate: string,
  symmetric: boolean,
  qualifiers: Record<string, string>,
  attributes: Attributes,
): EdgeAttributes {
  const { weight, dates, first_date, last_date } = attributes;
  return {
    predicate,
    symmetric,
    qualifiers,
    dates: sorted(textsOf(dates)),
    weight: typeof weight === "number" && weight > 0 ? weight : 1,
    ...datesOf(first_date, last_date),
    evidence: [],
  };
}

/** Ours as they stand, or flat, as our exports write them. */
function qualifiersOf(attributes: Attributes, names: readonly string[]): Record<string, string> {
  const said: Attributes = { ...attributes, ...attributes.qualifiers };
  const pairs = names.filter(name => name !== "date").map(name => [name, said[name]] as const);
  return Object.fromEntries(
    pairs
      .filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "")
      .sort(by(([name]) => name)),
  );
}

function typeOf({ entity_type, type, kind }: Attributes): string {
  return String(entity_type ?? type ?? kind ?? "node");
}

function labelOf(key: string, { label, name }: Attributes): string {
  return ([label, name].find(text => typeof text === "string" && text !== "") as string | undefined) ?? key;
}

function textsOf(list: unknown): string[] {
  if (Array.isArray(list)) return list.filter(member => typeof member === "string");
  return typeof list === "string" && list !== "" ? list.split(" | ") : [];
}

function datesOf(first: unknown, last: unknown): { first_date?: string; last_date?: string } {
  return typeof first === "string" && typeof last === "string" ? { first_date: first, last_date: last } : {};
}
