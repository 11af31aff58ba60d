import { DataFactory, type Quad, type Quad_Object } from "n3";
import type { Attributes } from "graphology-types";
import type { AnyGraph } from "../graphology.js";
import type { EdgeAttributes, Evidence, GraphDocument, Indicator, NodeAttributes, PolicyGraph } from "../model.js";
import { isPolicyGraph } from "../serialize.js";
import { valueText } from "./values.js";
import { classes, iriOf, iriSafe, properties, type Property, type Term } from "./rdf-terms.js";

export interface RdfOptions {
  /** Where the names of entities, relations, places in texts and documents begin. "urn:policygraph:" unless given. */
  readonly base?: string;
}

/** The quads about one thing, which stand together. */
export type Description = readonly Quad[];

/**
 * Say a graph in RDF, thing by thing: entities, relations (as a plain triple and as a statement with its weight and dates),
 * the places in texts that they were derived from (PROV-O, Web Annotation) and the documents. docs/rdf.md lists the terms.
 *
 * The plain triple of a relation stands in the default graph and, so that N-Quads can tell who says so, in a named graph for
 * each document that says so.
 */
export function* describeGraph(
  graph: AnyGraph,
  { base = "urn:policygraph:" }: RdfOptions = {},
): Generator<Description> {
  const names = new Names(base);
  if (!isPolicyGraph(graph)) return yield* describePlainGraph(graph, names);
  for (const document of graph.getAttribute("documents")) yield describeDocument(document, names);
  const described = new Set<string>();
  for (const { node, attributes } of graph.nodeEntries()) {
    yield describeEntity(node, attributes, names);
    yield* describePlaces(
      [...attributes.evidence, ...attributes.indicators.map(({ evidence }) => evidence)],
      names,
      described,
    );
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    yield describeRelation(edge, source, target, attributes, graph, names);
    yield* describePlaces(attributes.evidence, names, described);
  }
}

const { namedNode, literal, quad } = DataFactory;

/** IRIs of things, below a base. */
class Names {
  constructor(private readonly base: string) {}
  entity = (key: string) => this.name("entity", key);
  relation = (key: string) => this.name("relation", key);
  place = (id: string) => this.name("evidence", id);
  document = (id: string) => this.name("document", id);

  private name(kind: string, key: string) {
    return namedNode(`${this.base}${kind}:${iriSafe(key)}`);
  }
}

type Subject = ReturnType<Names["entity"]>;
type Value = string | number | boolean | Quad_Object | undefined;

/** Quads of one subject, from terms and values; values that say nothing make none. */
function about(subject: Subject, pairs: readonly (readonly [Term, Value | readonly Value[]])[]): Quad[] {
  return pairs.flatMap(([term, values]) =>
    [values].flat().flatMap(value => {
      const object = objectOf(value as Value);
      return object ? [quad(subject, namedNode(iriOf(term)), object)] : [];
    }),
  );
}

function objectOf(value: Value): Quad_Object | undefined {
  if (value === undefined || value === "") return undefined;
  if (typeof value === "object") return value;
  if (typeof value === "string") return literal(value.replace(/\p{Surrogate}/gu, "\ufffd"));
  if (typeof value === "boolean") return literal(String(value), namedNode(iriOf("xsd:boolean")));
  if (!Number.isFinite(value)) return undefined;
  const text = String(value);
  const kind = text.includes("e") ? "xsd:double" : text.includes(".") ? "xsd:decimal" : "xsd:integer";
  return literal(text.replace("e+", "E").replace("e", "E"), namedNode(iriOf(kind)));
}

function type(...terms: readonly Term[]): readonly [Term, Value[]] {
  return ["rdf:type", terms.map(term => namedNode(iriOf(term)))];
}

/** A day, month or year, or date and time, as XML Schema types them. */
function date(text: string | undefined): Value {
  if (text === undefined) return undefined;
  const kind = /^\d{4}$/.test(text)
    ? "xsd:gYear"
    : /^\d{4}-\d\d$/.test(text)
      ? "xsd:gYearMonth"
      : /^\d{4}-\d\d-\d\d$/.test(text)
        ? "xsd:date"
        : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/.test(text)
          ? "xsd:dateTime"
          : undefined;
  return kind ? literal(text, namedNode(iriOf(kind))) : text;
}

function describeDocument({ id, path, title, published, outlet, url }: GraphDocument, names: Names): Quad[] {
  return about(names.document(id), [
    type("schema:Article", "prov:Entity"),
    ["dcterms:identifier", id],
    ["pg:path", path],
    ["schema:headline", title],
    ["schema:datePublished", date(published)],
    ["pg:outlet", outlet],
    ["schema:url", url],
  ]);
}

function describeEntity(key: string, node: NodeAttributes, names: Names): Quad[] {
  const subject = names.entity(key);
  return [
    ...about(subject, [
      type(...(classes[node.type] ?? ([`pg:${node.type}`] as Term[]))),
      ["rdfs:label", node.label],
      ["skos:altLabel", node.aliases],
      ["dcterms:identifier", key],
      ["wdt:P442", /^place:(\d{6})$/.exec(key)?.[1]],
      ["pg:mentions", node.mentions],
      ["pg:documents", node.documents],
      ["pg:firstDate", date(node.first_date)],
      ["pg:lastDate", date(node.last_date)],
      ["pg:joinedKey", node.joined.map(({ key }) => key)],
      ["prov:wasDerivedFrom", node.evidence.map(({ id }) => names.place(id))],
    ]),
    ...node.indicators.flatMap((indicator, index) => describeIndicator(subject, indicator, index, names)),
  ];
}

function describeIndicator(
  subject: Subject,
  { indicator, value, unit, period, evidence }: Indicator,
  index: number,
  names: Names,
): Quad[] {
  const figure = namedNode(`${subject.value}/figure/${index + 1}`);
  return [
    ...about(subject, [["schema:additionalProperty", figure]]),
    ...about(figure, [
      type("schema:PropertyValue"),
      ["schema:name", indicator],
      ["schema:value", value],
      ["schema:unitText", unit],
      ["pg:period", period],
      ["prov:wasDerivedFrom", names.place(evidence.id)],
    ]),
  ];
}

function describeRelation(
  key: string,
  source: string,
  target: string,
  edge: EdgeAttributes,
  graph: PolicyGraph,
  names: Names,
): Quad[] {
  const ends = [names.entity(source), names.entity(target)] as const;
  const property = propertyOf(edge.predicate, graph.getNodeAttribute(source, "type"));
  const [subject, object] = property.inverse ? [ends[1], ends[0]] : ends;
  const predicate = namedNode(iriOf(property.term));
  const documents = [...new Set(edge.evidence.map(({ document }) => document))];
  const isPost = edge.predicate === "holds_position";
  return [
    quad(subject, predicate, object),
    ...documents.map(document => quad(subject, predicate, object, names.document(document))),
    ...about(names.relation(key), [
      type("rdf:Statement", ...(isPost ? (["org:Membership"] as const) : [])),
      ["rdf:subject", subject],
      ["rdf:predicate", predicate],
      ["rdf:object", object],
      ["pg:predicate", edge.predicate],
      ...(isPost
        ? ([
            ["org:member", ends[0]],
            ["org:organization", ends[1]],
            ["schema:roleName", edge.qualifiers.title],
          ] as const)
        : []),
      ...Object.entries(edge.qualifiers).map(([name, value]) => [`pg:${name}` as Term, value] as const),
      ["pg:weight", edge.weight],
      ["pg:symmetric", edge.symmetric],
      ["dcterms:date", edge.dates.map(date)],
      ["pg:firstDate", date(edge.first_date)],
      ["pg:lastDate", date(edge.last_date)],
      ["prov:wasDerivedFrom", edge.evidence.map(({ id }) => names.place(id))],
    ]),
  ];
}

/** The published word for a relation, or our own. */
export function propertyOf(predicate: string, subjectType: string): Property {
  const fitting = properties[predicate]?.find(({ subjects }) => !subjects || subjects.includes(subjectType));
  return fitting ?? { term: `pg:${predicate}` };
}

/** Each place once, though many facts may be derived from it. */
function* describePlaces(evidence: readonly Evidence[], names: Names, described: Set<string>): Generator<Description> {
  for (const { id, document, start, end, sentence, rule } of evidence) {
    if (described.has(id)) continue;
    described.add(id);
    yield about(names.place(id), [
      type("prov:Entity", "oa:TextPositionSelector"),
      ["prov:wasQuotedFrom", names.document(document)],
      ["prov:value", sentence],
      ["oa:start", start],
      ["oa:end", end],
      ["pg:rule", rule],
    ]);
  }
}

/** Of a graph that isn't ours the nodes are entities, and each attribute and each kind of edge has a name in `pg:`. */
function* describePlainGraph(graph: AnyGraph, names: Names): Generator<Description> {
  for (const { node, attributes } of graph.nodeEntries()) {
    yield about(names.entity(node), [
      type("pg:Node"),
      ["rdfs:label", labelOf(attributes) ?? node],
      ["dcterms:identifier", node],
      ...plainPairs(attributes),
    ]);
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const predicate = namedNode(iriOf(`pg:${labelOf(attributes) ?? "relatedTo"}`));
    const [subject, object] = [names.entity(source), names.entity(target)];
    yield [
      quad(subject, predicate, object),
      ...about(names.relation(edge), [
        type("rdf:Statement"),
        ["rdf:subject", subject],
        ["rdf:predicate", predicate],
        ["rdf:object", object],
        ...plainPairs(attributes),
      ]),
    ];
  }
}

function labelOf({ label }: Attributes): string | undefined {
  return typeof label === "string" && label !== "" ? label : undefined;
}

function plainPairs(attributes: Attributes): (readonly [Term, Value])[] {
  return Object.entries(attributes).map(([name, value]) => [`pg:${name}`, plainValue(value)]);
}

function plainValue(value: unknown): Value {
  return typeof value === "number" || typeof value === "boolean" ? value : valueText(value, "string");
}
