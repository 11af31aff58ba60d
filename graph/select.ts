import type { Attributes } from "graphology-types";
import { newGraph, type AnyGraph } from "./graphology.js";
import { isPolicyGraph } from "./serialize.js";
import { sorted } from "./order.js";

/** Which part of a graph is meant. Where several are given, all must hold; nodes that lose their edges stay. */
export interface Selection {
  /** Types of nodes to keep. */
  readonly types?: readonly string[];
  /** Predicates of edges to keep. */
  readonly predicates?: readonly string[];
  /** Edges that some document of this span of days says, both days included; and the nodes named in it. */
  readonly from?: string;
  readonly to?: string;
  /** What lies around a node, given by its key, its label or an alias, up to so many steps in any direction. 1 unless given. */
  readonly around?: string;
  readonly depth?: number;
  /** Only the largest part that hangs together; of several as large, the one with the first key. */
  readonly largestComponent?: boolean;
}

/** Says which part of a selection can't be. */
export class SelectionError extends Error {
  override readonly name = "SelectionError";
}

/**
 * Cut a part out of a graph, as a graph of its own. The neighbourhood is looked for in what types, predicates and dates leave,
 * the largest component in what the neighbourhood leaves. Of our own graphs, documents that nothing rests on any more go.
 *
 * Throws a SelectionError where `around` names no node or several, or where no node has one of the types.
 */
export function select(graph: AnyGraph, selection: Selection): AnyGraph {
  checkNames(graph, selection);
  const center = selection.around === undefined ? undefined : nodeNamed(graph, selection.around);
  let part = subgraph(
    graph,
    key => isNodeKept(graph, key, selection),
    key => isEdgeKept(graph, key, selection),
  );
  if (center !== undefined) part = within(part, neighbourhood(part, center, selection.depth ?? 1));
  if (selection.largestComponent) part = within(part, largestComponent(part));
  return withUsedDocuments(part);
}

/**
 * Read a selection as the command line writes it.
 *
 *     "types=person,agency;predicates=issues;from=2021-01-01;around=廣州市;depth=2;largest-component"
 */
export function parseSelection(text: string): Selection {
  const selection: Record<string, unknown> = {};
  for (const part of text
    .split(";")
    .map(part => part.trim())
    .filter(part => part !== "")) {
    const [name, ...rest] = part.split("=");
    const value = rest.join("=");
    const read = parts[name!.trim()];
    if (!read)
      throw new SelectionError(`"${name}" is no part of a selection. There are: ${Object.keys(parts).join(", ")}.`);
    Object.assign(selection, read(value.trim()));
  }
  return selection as Selection;
}

const parts: Readonly<Record<string, (value: string) => Selection>> = {
  types: value => ({ types: list(value) }),
  predicates: value => ({ predicates: list(value) }),
  from: value => ({ from: day(value) }),
  to: value => ({ to: day(value) }),
  around: value => ({ around: value }),
  depth: value => ({ depth: steps(value) }),
  "largest-component": () => ({ largestComponent: true }),
};

function list(value: string): string[] {
  return value
    .split(",")
    .map(member => member.trim())
    .filter(member => member !== "");
}

function day(value: string): string {
  if (/^\d{4}(-\d\d){0,2}$/.test(value)) return value;
  throw new SelectionError(`"${value}" is no date. Write 2021, 2021-08 or 2021-08-09.`);
}

function steps(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new SelectionError(`A depth is a number of steps, not "${value}".`);
}

/** A slip in a name would give an empty graph, which looks like a finding. */
function checkNames(graph: AnyGraph, { types = [], predicates = [] }: Selection): void {
  const known = sorted(graph.mapNodes((_, attributes) => kindOfNode(attributes)));
  const said = sorted(graph.mapEdges((_, attributes) => kindOfEdge(attributes)));
  for (const type of types)
    if (!known.includes(type))
      throw new SelectionError(`No node is of type "${type}". There are: ${known.join(", ")}.`);
  for (const predicate of predicates)
    if (!said.includes(predicate))
      throw new SelectionError(`No edge says "${predicate}". There are: ${said.join(", ")}.`);
}

/** Our own attribute, or what it is called in a graph that was read back from a flat file. */
function kindOfNode({ type, entity_type }: Attributes): string {
  return String(entity_type ?? type ?? "");
}

function kindOfEdge({ predicate, type, label }: Attributes): string {
  return String(predicate ?? type ?? label ?? "");
}

function nodeNamed(graph: AnyGraph, name: string): string {
  if (graph.hasNode(name)) return name;
  const named = graph.filterNodes((_, attributes) => namesOf(attributes).includes(name));
  if (named.length === 1) return named[0]!;
  if (named.length === 0) throw new SelectionError(`No node has the key, label or alias "${name}".`);
  throw new SelectionError(`Several nodes are called "${name}". Take the key of one: ${named.sort().join(", ")}.`);
}

function namesOf({ label, aliases }: Attributes): unknown[] {
  return [label, ...(Array.isArray(aliases) ? aliases : String(aliases ?? "").split(" | "))];
}

function isNodeKept(graph: AnyGraph, key: string, { types, from, to }: Selection): boolean {
  const attributes = graph.getNodeAttributes(key);
  return (!types || types.includes(kindOfNode(attributes))) && isInSpan(attributes, from, to);
}

function isEdgeKept(graph: AnyGraph, key: string, { predicates, from, to }: Selection): boolean {
  const attributes = graph.getEdgeAttributes(key);
  return (!predicates || predicates.includes(kindOfEdge(attributes))) && isInSpan(attributes, from, to);
}

/** What has no date can't be said to lie in a span. */
function isInSpan({ first_date, last_date }: Attributes, from?: string, to?: string): boolean {
  if (from === undefined && to === undefined) return true;
  if (typeof first_date !== "string" || typeof last_date !== "string") return false;
  return (from === undefined || last_date >= from) && (to === undefined || first_date.slice(0, to.length) <= to);
}

function neighbourhood(graph: AnyGraph, center: string, depth: number): Set<string> {
  const reached = new Set(graph.hasNode(center) ? [center] : []);
  let frontier = [...reached];
  for (let step = 0; step < depth && frontier.length > 0; step++) {
    frontier = frontier.flatMap(key => graph.neighbors(key)).filter(key => !reached.has(key) && reached.add(key));
  }
  return reached;
}

function largestComponent(graph: AnyGraph): Set<string> {
  let largest = new Set<string>();
  const seen = new Set<string>();
  for (const key of sorted(graph.nodes())) {
    if (seen.has(key)) continue;
    const component = neighbourhood(graph, key, Number.POSITIVE_INFINITY);
    for (const member of component) seen.add(member);
    if (component.size > largest.size) largest = component;
  }
  return largest;
}

function within(graph: AnyGraph, keys: ReadonlySet<string>): AnyGraph {
  return subgraph(
    graph,
    key => keys.has(key),
    () => true,
  );
}

function subgraph(graph: AnyGraph, isNode: (key: string) => boolean, isEdge: (key: string) => boolean): AnyGraph {
  const { type, multi, allowSelfLoops } = graph;
  const part = newGraph({ type, multi, allowSelfLoops });
  part.replaceAttributes({ ...graph.getAttributes() });
  graph.forEachNode((key, attributes) => {
    if (isNode(key)) part.addNode(key, attributes);
  });
  graph.forEachEdge((key, attributes, source, target, _from, _to, undirected) => {
    if (!part.hasNode(source) || !part.hasNode(target) || !isEdge(key)) return;
    if (undirected) part.addUndirectedEdgeWithKey(key, source, target, attributes);
    else part.addDirectedEdgeWithKey(key, source, target, attributes);
  });
  return part;
}

function withUsedDocuments(graph: AnyGraph): AnyGraph {
  if (!isPolicyGraph(graph)) return graph;
  const used = new Set<string>();
  graph.forEachNode((_, { evidence, indicators }) =>
    [...evidence, ...indicators.map(one => one.evidence)].forEach(({ document }) => used.add(document)),
  );
  graph.forEachEdge((_, { evidence }) => evidence.forEach(({ document }) => used.add(document)));
  graph.updateAttribute("documents", (documents = []) => documents.filter(({ id }) => used.has(id)));
  return graph;
}
