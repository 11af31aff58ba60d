import type { SerializedGraph } from "graphology-types";

/** A document as the page carries it: its text, and where that names which node. Offsets are UTF-16 code units. */
export interface ViewerDocument {
  readonly id: string;
  readonly path: string;
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly text: string;
  readonly mentions: readonly DocumentMention[];
}

export interface DocumentMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** The key of the node that is named. */
  readonly node: string;
}

/** A rule of the catalogue, to be read where a fact names it. */
export interface ViewerRule {
  readonly id: string;
  readonly says: string;
  readonly examples: readonly string[];
}

/** Everything that a page holds. */
export interface PageData {
  readonly graph: SerializedGraph;
  readonly documents: readonly ViewerDocument[];
  readonly rules: readonly ViewerRule[];
  /** Names of nodes in the other script, where conversion by phrases knows better than by characters: 广州发展 -> 廣州發展. */
  readonly otherScript: Readonly<Record<string, string>>;
  /** The graph before, of a page that compares two. */
  readonly before?: SerializedGraph;
}
