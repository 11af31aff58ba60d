import { Writer, type Quad } from "n3";
import type { AnyGraph } from "../graphology.js";
import { describeGraph, type RdfOptions } from "./rdf.js";
import { iriOf, prefixes } from "./rdf-terms.js";

/** Turtle, thing by thing; without the named graphs, which it has no way to write. */
export function turtle(graph: AnyGraph, options: RdfOptions = {}): Generator<string> {
  return written(graph, options, { prefixes }, quad => quad.graph.value === "");
}

/** N-Quads, with the relations that each document states in a graph named after it. */
export function nquads(graph: AnyGraph, options: RdfOptions = {}): Generator<string> {
  return written(graph, options, { format: "application/n-quads" }, () => true);
}

/** JSON-LD: an object a line for each thing, in the words of the context. */
export function* jsonLd(graph: AnyGraph, options: RdfOptions = {}): Generator<string> {
  yield `{"@context":${JSON.stringify(prefixes)},\n"@graph":[`;
  let separator = "\n";
  for (const description of describeGraph(graph, options)) {
    for (const object of objectsOf(description.filter(({ graph }) => graph.value === ""))) {
      yield separator + JSON.stringify(object);
      separator = ",\n";
    }
  }
  yield "\n]}\n";
}

interface WriterOptions {
  readonly prefixes?: Record<string, string>;
  readonly format?: string;
}

/** The library writes into a sink at once; what has come together is passed on after each thing. */
function* written(
  graph: AnyGraph,
  options: RdfOptions,
  writing: WriterOptions,
  isWritten: (quad: Quad) => boolean,
): Generator<string> {
  let text = "";
  const sink = {
    write: (chunk: string, _encoding: unknown, done?: () => void) => {
      text += chunk;
      done?.();
    },
    end: (done?: () => void) => done?.(),
  };
  const writer = new Writer(sink, { ...writing, end: true });
  for (const description of describeGraph(graph, options)) {
    writer.addQuads(description.filter(isWritten));
    if (text.length < 1 << 16) continue;
    yield text;
    text = "";
  }
  writer.end();
  yield text;
}

/** The quads of each subject as one object. */
function objectsOf(quads: readonly Quad[]): object[] {
  const objects = new Map<string, Record<string, unknown>>();
  for (const { subject, predicate, object } of quads) {
    const about = objects.get(subject.value) ?? { "@id": subject.value };
    objects.set(subject.value, about);
    const name = compacted(predicate.value);
    const values = about[name] as unknown[] | undefined;
    const value = jsonValue(object);
    if (values) values.push(value);
    else about[name] = [value];
  }
  return [...objects.values()];
}

function jsonValue(object: Quad["object"]): unknown {
  if (object.termType !== "Literal") return { "@id": object.value };
  const type = object.datatype.value;
  return type === iriOf("xsd:string") ? object.value : { "@value": object.value, "@type": compacted(type) };
}

/** An IRI with its prefix; whole where the rest begins with "//", which JSON-LD takes for the IRI of a host. */
function compacted(iri: string): string {
  const prefix = Object.entries(prefixes).find(
    ([, start]) => iri.startsWith(start) && !iri.startsWith("//", start.length),
  );
  return prefix ? `${prefix[0]}:${iri.slice(prefix[1].length)}` : iri;
}
