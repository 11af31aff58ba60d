/**
 * The exported graph: what `graph.json` holds and the only thing that the viewer and the exporters see. It is graphology's
 * serialization of a `MultiDirectedGraph` with the attributes below.
 */
import type { Schema } from "../src/model/schema.js";

/** One sentence that a node or an edge rests on. */
export interface Evidence {
  /** Stable: the same sentence of the same document has the same id in every build. */
  readonly id: string;
  /** The `id` of a document in the graph's attributes. */
  readonly document: string;
  /** UTF-16 offsets of the evidence into the document's text. */
  readonly start: number;
  readonly end: number;
  /** The sentence around it, as the page has it. */
  readonly sentence: string;
  /** Offsets into `sentence` of the words to mark, [start, end) pairs in order. */
  readonly marks: readonly (readonly [number, number])[];
  readonly rule: string;
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
}

export interface NodeAttributes {
  readonly type: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** Number of mentions, and of documents that mention it. */
  readonly mentions: number;
  readonly documents: number;
  /** Dates of the first and the last document that mention it; absent where none is dated. */
  readonly first_date?: string;
  readonly last_date?: string;
  readonly indicators: readonly Indicator[];
  /** Mentions as evidence, sorted by document and offset. */
  readonly evidence: readonly Evidence[];
}

export interface EdgeAttributes {
  readonly predicate: string;
  readonly qualifiers: Readonly<Record<string, string>>;
  /** Number of documents that say so. */
  readonly weight: number;
  readonly first_date?: string;
  readonly last_date?: string;
  readonly evidence: readonly Evidence[];
}
