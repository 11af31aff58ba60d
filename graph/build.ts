import { MultiDirectedGraph } from "graphology";
import type { DocumentFacts, EntityRecord, RelationRecord } from "../src/model/facts.js";
import type { Problem } from "../src/model/problem.js";
import type { PredicateSchema, Schema } from "../src/model/schema.js";
import { byPlace, evidenceOf } from "./evidence.js";
import { distinctDocuments } from "./facts.js";
import { isDeictic, joinEntities, type Joins, type KeyedEntity } from "./join.js";
import type {
  EdgeAttributes,
  Evidence,
  GraphDocument,
  Indicator,
  JoinedEntity,
  NodeAttributes,
  PolicyGraph,
} from "./model.js";
import { by, byCodePoint, canonicalJson, groupBy, mostFrequent, sorted } from "./order.js";
import { simplify } from "./simplify.js";

/**
 * Join the facts of documents into one graph: a node for each entity, an edge for each relation, with every place that says so.
 *
 * The result depends on the set of records alone: not on their order, nor on how they were grouped or repeated, and its
 * serialization is the same byte for byte. Awkward sets of records make problems in the graph's attributes, never an exception.
 */
export function buildGraph(facts: Iterable<DocumentFacts>, schema: Schema): PolicyGraph {
  const { documents, problems } = distinctDocuments(facts);
  const joins = joinEntities(keyedEntities(documents));
  const drafts = new Drafts(joins, schema, problems);
  for (const document of documents) drafts.add(document);

  const graph: PolicyGraph = new MultiDirectedGraph();
  for (const node of drafts.nodesInOrder()) graph.addNode(node.key, nodeAttributes(node));
  for (const edge of drafts.edgesInOrder()) graph.addEdgeWithKey(edge.key, edge.from, edge.to, edgeAttributes(edge));
  graph.replaceAttributes({
    policygraph: 1,
    schema,
    documents: documents.map(graphDocument),
    problems: distinct(problems, canonicalJson).sort(by(canonicalJson)),
  });
  return graph;
}

/** One relation, in the form in which documents can agree on it. */
export interface EdgeIdentity {
  readonly from: string;
  readonly predicate: string;
  readonly to: string;
  readonly qualifiers: Readonly<Record<string, string>>;
}

/**
 * The key of an edge: its ends and its predicate, with the qualifiers that tell it from others behind it, all in simplified
 * characters, so that both scripts say the same.
 *
 *     person:黎明 holds_position place:440100 title=副市长
 */
export function edgeKey({ from, predicate, to, qualifiers }: EdgeIdentity): string {
  const distinguishing = Object.entries(qualifiers)
    .filter(([name]) => name !== "date")
    .sort(by(([name]) => name));
  const pairs = distinguishing.map(([name, value]) => `${escaped(name)}=${escaped(simplify(value))}`);
  return [escaped(from), escaped(predicate), escaped(to), ...pairs].join(" ");
}

/** White space and = would make two relations look the same. */
function escaped(part: string): string {
  return part.replace(/[%=\s]/g, encodeURIComponent);
}

interface NodeDraft {
  readonly key: string;
  readonly joined: Map<string, JoinedEntity>;
  readonly types: string[];
  readonly names: string[];
  readonly aliases: Set<string>;
  readonly documents: Map<string, DocumentFacts>;
  readonly evidence: Evidence[];
  readonly indicators: Indicator[];
}

interface EdgeDraft extends EdgeIdentity {
  readonly key: string;
  readonly symmetric: boolean;
  readonly documents: Map<string, DocumentFacts>;
  readonly evidence: Evidence[];
}

/** The nodes and edges as they grow, document by document. */
class Drafts {
  private readonly nodes = new Map<string, NodeDraft>();
  private readonly edges = new Map<string, EdgeDraft>();
  private readonly predicates: ReadonlyMap<string, PredicateSchema>;
  private readonly types: ReadonlySet<string>;

  constructor(
    private readonly joins: Joins,
    schema: Schema,
    private readonly problems: Problem[],
  ) {
    this.predicates = new Map(schema.predicates.map(predicate => [predicate.id, predicate]));
    this.types = new Set(schema.types.map(type => type.id));
  }

  add(document: DocumentFacts): void {
    const evidence = evidenceOf(document);
    const nodes = new Map(document.entities.map(entity => [entity.id, this.node(entity, document)]));
    const mentions = groupBy(document.mentions, mention => mention.entity);
    for (const mention of document.mentions) nodes.get(mention.entity)!.evidence.push(evidence(mention, [mention]));
    for (const { subject, indicator, value, unit, period, start, end, rule } of document.indicators) {
      const place = evidence({ start, end, rule }, mentions.get(subject) ?? []);
      nodes.get(subject)!.indicators.push({ indicator, value, unit, period, evidence: place });
    }
    for (const relation of document.relations) {
      const names = [relation.subject, relation.object].flatMap(end => mentions.get(end) ?? []);
      const edge = this.edge(relation, nodes, document);
      edge?.evidence.push(evidence(relation, names));
    }
  }

  nodesInOrder(): NodeDraft[] {
    return [...this.nodes.values()].sort(by(node => node.key));
  }

  edgesInOrder(): EdgeDraft[] {
    return [...this.edges.values()].sort(by(edge => edge.key));
  }

  private node(entity: EntityRecord, document: DocumentFacts): NodeDraft {
    const key = simplify(entity.key);
    const join = this.joins.get(key);
    const node = found(this.nodes, join?.into ?? key, newNode);
    if (join) node.joined.set(key, join.joined);
    if (!this.types.has(entity.type)) this.unknown(document, "type of entity", entity.type);
    node.types.push(entity.type);
    node.names.push(entity.name);
    for (const alias of entity.aliases) node.aliases.add(alias);
    node.documents.set(document.id, document);
    return node;
  }

  private edge(
    relation: RelationRecord,
    nodes: ReadonlyMap<string, NodeDraft>,
    document: DocumentFacts,
  ): EdgeDraft | undefined {
    const { predicate, qualifiers = {} } = relation;
    const ends = [nodes.get(relation.subject)!.key, nodes.get(relation.object)!.key] as const;
    if (ends[0] === ends[1]) return void this.problems.push(loop(document, predicate, ends[0]));
    if (!this.predicates.has(predicate)) this.unknown(document, "predicate", predicate);
    const symmetric = this.predicates.get(predicate)?.symmetric ?? false;
    const [from, to] = symmetric && byCodePoint(...ends) > 0 ? [ends[1], ends[0]] : ends;
    const identity = { from, predicate, to, qualifiers };
    const edge = found(this.edges, edgeKey(identity), key => ({
      ...identity,
      key,
      symmetric,
      documents: new Map(),
      evidence: [],
    }));
    edge.documents.set(document.id, document);
    return edge;
  }

  private unknown(document: DocumentFacts, kind: string, id: string): void {
    this.problems.push({
      where: document.path,
      what: `The ${kind} "${id}" is not in the schema; the graph keeps it without a label.`,
      hint: "Build with the rules that the facts were extracted with.",
    });
  }
}

function loop(document: DocumentFacts, predicate: string, key: string): Problem {
  return { where: document.path, what: `A relation "${predicate}" has ${key} at both of its ends, and was left out.` };
}

function found<T>(map: Map<string, T>, key: string, make: (key: string) => T): T {
  const existing = map.get(key);
  if (existing) return existing;
  const made = make(key);
  map.set(key, made);
  return made;
}

function newNode(key: string): NodeDraft {
  return {
    key,
    joined: new Map(),
    types: [],
    names: [],
    aliases: new Set(),
    documents: new Map(),
    evidence: [],
    indicators: [],
  };
}

function nodeAttributes(node: NodeDraft): NodeAttributes {
  const label = bestName(node.names);
  const others = [...node.names, ...node.aliases].filter(name => name !== label && !isDeictic(simplify(name)));
  return {
    type: mostFrequent(node.types)!,
    label,
    aliases: sorted(others),
    joined: [...node.joined.values()].sort(by(({ key }) => key)),
    mentions: node.evidence.length,
    documents: node.documents.size,
    ...datesOf(node.documents.values()),
    indicators: node.indicators.sort(
      (a, b) => byPlace(a.evidence, b.evidence) || byCodePoint(canonicalJson(a), canonicalJson(b)),
    ),
    evidence: node.evidence.sort(byPlace),
  };
}

function edgeAttributes({ predicate, symmetric, documents, evidence }: EdgeDraft): EdgeAttributes {
  const said = evidence.flatMap(({ qualifiers }) => Object.entries(qualifiers ?? {}));
  const values = groupBy(said, ([name]) => name);
  const dates = (values.get("date") ?? []).map(([, date]) => date);
  values.delete("date");
  const qualifiers = [...values]
    .sort(by(([name]) => name))
    .map(([name, pairs]) => [name, bestName(pairs.map(([, value]) => value))]);
  return {
    predicate,
    symmetric,
    qualifiers: Object.fromEntries(qualifiers),
    dates: sorted(dates),
    weight: documents.size,
    ...datesOf(documents.values()),
    evidence: distinct(evidence, ({ id, rule, qualifiers }) => `${id} ${rule} ${canonicalJson(qualifiers)}`).sort(
      byPlace,
    ),
  };
}

function distinct<T>(items: readonly T[], content: (item: T) => string): T[] {
  return items.length < 2 ? [...items] : [...groupBy(items, content)].map(([, [first]]) => first!);
}

/** The name that most records print, in the script that most of these use. */
function bestName(names: readonly string[]): string {
  const most = mostFrequent(names.map(simplify))!;
  return mostFrequent(names.filter(name => simplify(name) === most))!;
}

function datesOf(documents: Iterable<DocumentFacts>): { first_date?: string; last_date?: string } {
  const days = sorted([...documents].flatMap(({ published }) => /^\d{4}(-\d\d){0,2}/.exec(published ?? "")?.[0] ?? []));
  return days.length > 0 ? { first_date: days[0], last_date: days.at(-1) } : {};
}

function graphDocument({ id, path, title, published, outlet, url }: DocumentFacts): GraphDocument {
  return { id, path, title, published, outlet, url };
}

/** What the documents say of each entity key, to find keys that mean the same. */
function keyedEntities(documents: readonly DocumentFacts[]): KeyedEntity[] {
  const records = documents.flatMap(document => document.entities.map(entity => ({ entity, document: document.id })));
  return [...groupBy(records, ({ entity }) => simplify(entity.key))].map(([key, group]) => ({
    key,
    type: mostFrequent(group.map(({ entity }) => entity.type))!,
    names: new Set(group.map(({ entity }) => simplify(entity.name))),
    aliases: new Set(group.flatMap(({ entity }) => entity.aliases.map(simplify))),
    documents: new Set(group.map(({ document }) => document)),
  }));
}
