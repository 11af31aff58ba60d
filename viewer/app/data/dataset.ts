import type { Evidence, GraphDocument, Indicator, JoinedEntity } from "../../../graph/model.js";
import type { Label } from "../../../src/model/schema.js";
import type { ViewerDocument, ViewerRule } from "../../page-data.js";

/** A graph as the viewer knows it. Nodes and edges are counted through, so that sets of them can be arrays of bytes. */
export interface Dataset {
  readonly nodes: readonly NodeItem[];
  readonly edges: readonly EdgeItem[];
  readonly nodeOf: ReadonlyMap<string, NodeItem>;
  readonly edgeOf: ReadonlyMap<string, EdgeItem>;
  /** The edges at each node, by its index; a self loop stands once. */
  readonly edgesAt: readonly (readonly EdgeItem[])[];
  /** Those that the graph has, in the order of the schema. */
  readonly types: readonly Kind[];
  readonly predicates: readonly PredicateKind[];
  readonly sources: readonly string[];
  readonly documents: ReadonlyMap<string, DocumentItem>;
  readonly rules: ReadonlyMap<string, ViewerRule>;
  /** True where facts carry evidence: the graph is one of ours. */
  readonly hasEvidence: boolean;
  /** The first and the last day that any fact is dated to. */
  readonly days: readonly [string, string] | undefined;
  /** True where the page compares this graph with an older one. */
  readonly isComparison: boolean;
}

export interface NodeItem {
  readonly index: number;
  readonly key: string;
  readonly type: string;
  readonly label: string;
  readonly otherScript?: string;
  readonly aliases: readonly string[];
  readonly joined: readonly JoinedEntity[];
  readonly mentions: number;
  readonly documents: number;
  readonly first?: string;
  readonly last?: string;
  readonly indicators: readonly Indicator[];
  readonly evidence: readonly Evidence[];
  readonly sources: readonly string[];
  /** Where the graph says so: a longitude and a latitude, and a position drawn elsewhere. */
  readonly coordinates?: readonly [number, number];
  readonly position?: readonly [number, number];
  /** Attributes that the viewer has no name for, as a foreign graph has them. */
  readonly others: readonly (readonly [string, string])[];
  readonly change?: Change;
}

export interface EdgeItem {
  readonly index: number;
  readonly key: string;
  readonly source: NodeItem;
  readonly target: NodeItem;
  readonly predicate: string;
  readonly isSymmetric: boolean;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly dates: readonly string[];
  readonly weight: number;
  readonly first?: string;
  readonly last?: string;
  readonly evidence: readonly Evidence[];
  readonly sources: readonly string[];
  readonly others: readonly (readonly [string, string])[];
  readonly change?: Change;
}

/** What became of a node or an edge since the older graph; absent where it stayed as it was. */
export type Change = "added" | "removed" | "changed";

export interface Kind {
  readonly id: string;
  readonly label: Label;
  readonly color: string;
}

export interface PredicateKind {
  readonly id: string;
  readonly label: Label;
  readonly sentence: Label;
}

/** A document, with its text where the page carries it. */
export type DocumentItem = GraphDocument & Partial<Pick<ViewerDocument, "text" | "mentions">>;

/** Stands for the outlet of documents that name none. */
export const noSource = "";
