/**
 * The exported graph: what `graph.json` holds and the only thing that the viewer and the exporters see. It is graphology's
 * serialization of a `MultiDirectedGraph` with the attributes below.
 */
import type { MultiDirectedGraph } from "graphology";
import type { Problem } from "../src/model/problem.js";
import type { Schema } from "../src/model/schema.js";

export type PolicyGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

/** One sentence that a node or an edge rests on. */
export interface Evidence {
  /** Where it stands, "DOCUMENT#START-END": the same in every build, and enough to find it in `facts.jsonl`. */
  readonly id: string;
  /** The `id` of a document in the graph's attributes. */
  readonly document: string;
  /** UTF-16 offsets of the evidence into the document's text. */
  readonly start: number;
  readonly end: number;
  /** The sentence around it, as the page has it; a very long one is cut to the evidence and what stands near it. */
  readonly sentence: string;
  /** Offset of `sentence` in the document's text. */
  readonly sentence_start: number;
  /** Offsets into `sentence` of the names to mark (of both ends, for an edge): [start, end) pairs in order, apart. */
  readonly marks: readonly (readonly [number, number])[];
  readonly rule: string;
  /** What this place says of the relation beside its ends, in its own words: title, date, status, amount. */
  readonly qualifiers?: Readonly<Record<string, string>>;
}

/** An entity of some documents that was found to be this node, and why. */
export interface JoinedEntity {
  /** The key it has in `facts.jsonl`. */
  readonly key: string;
  readonly rule: "only-one-of-that-name" | "abbreviation-of-only-one";
  readonly because: string;
}

/** A document that facts of the graph come from. Its text is in `facts.jsonl`, and in the viewer's page. */
export interface GraphDocument {
  readonly id: string;
  readonly path: string;
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
}

/** A figure stated of an entity. */
export interface Indicator {
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly period?: string;
  readonly evidence: Evidence;
}

export interface GraphAttributes {
  readonly policygraph: 1;
  readonly schema: Schema;
  /** Sorted by id. */
  readonly documents: readonly GraphDocument[];
  /** What was awkward about joining the documents, sorted. */
  readonly problems: readonly Problem[];
}

export interface NodeAttributes {
  readonly type: string;
  readonly label: string;
  /** Other names, sorted. Those that only make sense inside one document (該市, 本局) stay in `facts.jsonl`. */
  readonly aliases: readonly string[];
  /** Keys of `facts.jsonl` that were joined into this node's, sorted; empty for most nodes. */
  readonly joined: readonly JoinedEntity[];
  /** Number of mentions, and of documents that mention it. */
  readonly mentions: number;
  readonly documents: number;
  /** ISO dates of the first and the last document that mention it; absent where none is dated. */
  readonly first_date?: string;
  readonly last_date?: string;
  readonly indicators: readonly Indicator[];
  /** Mentions as evidence, sorted by document and offset. */
  readonly evidence: readonly Evidence[];
}

/** Relations that differ in a qualifier are edges apart, save for `date`, which tells when and not what. */
export interface EdgeAttributes {
  readonly predicate: string;
  /** Of a symmetric predicate the edge runs from the smaller key to the greater. */
  readonly symmetric: boolean;
  /** Without `date`. */
  readonly qualifiers: Readonly<Record<string, string>>;
  /** The dates that the documents give for it, sorted. */
  readonly dates: readonly string[];
  /** Number of documents that say so. */
  readonly weight: number;
  /** ISO dates of the first and the last document that say so; absent where none is dated. */
  readonly first_date?: string;
  readonly last_date?: string;
  readonly evidence: readonly Evidence[];
}
