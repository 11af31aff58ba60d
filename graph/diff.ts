import type { Attributes, SerializedGraph } from "graphology-types";

/** What became of the facts of a graph: keys of nodes and edges, sorted. */
export interface GraphDiff {
  readonly nodes: Differences;
  readonly edges: Differences;
}

export interface Differences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly Changed[];
}

/** One node or edge that both graphs have, and the attributes in which they differ. */
export interface Changed {
  readonly key: string;
  readonly attributes: readonly ChangedAttribute[];
}

export interface ChangedAttribute {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Compare two states of one exported graph, by the keys of nodes and edges. A fact that only gained or lost evidence is
 * changed: its sentences are among its attributes. The graphs are left as they are.
 */
export function diffGraphs(before: SerializedGraph, after: SerializedGraph): GraphDiff {
  return { nodes: differences(before.nodes, after.nodes), edges: differences(keyed(before), keyed(after)) };
}

interface Item {
  readonly key: string;
  readonly attributes?: Attributes;
}

/** An edge without a key, as foreign graphs have them, is known by its ends and what it says. */
export function edgeKey(edge: SerializedGraph["edges"][number]): string {
  return (
    edge.key ?? `${edge.source}|${edge.attributes?.["predicate"] ?? edge.attributes?.["label"] ?? ""}|${edge.target}`
  );
}

function keyed(graph: SerializedGraph): Item[] {
  return graph.edges.map(edge => ({ key: edgeKey(edge), attributes: edge.attributes }));
}

function differences(before: readonly Item[], after: readonly Item[]): Differences {
  const old = new Map(before.map(item => [item.key, item]));
  const current = new Map(after.map(item => [item.key, item]));
  return {
    added: [...current.keys()].filter(key => !old.has(key)).sort(),
    removed: [...old.keys()].filter(key => !current.has(key)).sort(),
    changed: [...current.keys()].sort().flatMap(key => changed(old.get(key), current.get(key)!)),
  };
}

function changed(before: Item | undefined, after: Item): Changed[] {
  if (!before) return [];
  const [old, current] = [before.attributes ?? {}, after.attributes ?? {}];
  const names = [...new Set([...Object.keys(old), ...Object.keys(current)])].sort();
  const attributes = names
    .filter(name => !isSame(old[name], current[name]))
    .map(name => ({ name, before: old[name], after: current[name] }));
  return attributes.length > 0 ? [{ key: after.key, attributes }] : [];
}

/** Equal as JSON values; the order of an object's members says nothing. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [first, second] = [left as Record<string, unknown>, right as Record<string, unknown>];
  const names = Object.keys(first);
  return (
    names.length === Object.keys(second).length &&
    names.every(name => name in second && isSame(first[name], second[name]))
  );
}
