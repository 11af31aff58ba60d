import type { Dataset, NodeItem } from "../data/dataset.js";
import { folded, spelledFrom } from "./hanzi.js";

export interface Hit {
  readonly node: NodeItem;
  /** The name that matched: the label, or an alias. */
  readonly name: string;
}

/** Finds nodes by any part of any of their names, in either script, by pinyin and by initials. */
export class NodeSearch {
  private readonly names: readonly Name[];

  constructor(private readonly dataset: Dataset) {
    this.names = dataset.nodes.flatMap(node =>
      [node.label, ...node.aliases].map(name => ({ node, name, folded: folded(name) })),
    );
  }

  /** The best first: whole names before beginnings, beginnings before parts, names before spellings, then by degree. */
  find(query: string, most = 50): Hit[] {
    const wanted = folded(query);
    if (wanted === "") return [];
    const spelling = /^[a-z0-9']+$/.test(wanted) ? wanted.replaceAll("'", "") : undefined;
    const best = new Map<NodeItem, Hit & { readonly rank: number }>();
    for (const { node, name, folded: form } of this.names) {
      const rank = rankOf(form, wanted, spelling) + (name === node.label ? 0 : 0.5);
      const known = best.get(node);
      if (!Number.isFinite(rank) || (known && known.rank <= rank)) continue;
      // A node is found by its alias only where its own name doesn't match at all.
      best.set(node, { node, name: known?.name ?? name, rank });
    }
    const degree = (node: NodeItem) => this.dataset.edgesAt[node.index]!.length;
    return [...best.values()]
      .sort(
        (left, right) =>
          left.rank - right.rank || degree(right.node) - degree(left.node) || (left.node.key < right.node.key ? -1 : 1),
      )
      .slice(0, most);
  }
}

interface Name {
  readonly node: NodeItem;
  readonly name: string;
  readonly folded: string;
}

function rankOf(name: string, wanted: string, spelling: string | undefined): number {
  const at = name.indexOf(wanted);
  if (at === 0) return name.length === wanted.length ? 0 : 1;
  if (at > 0) return 2;
  if (spelling === undefined) return Number.POSITIVE_INFINITY;
  const spelled = spelledFrom(name, 0, spelling);
  if (spelled > 0) return spelled === name.length ? 3 : 4;
  for (let start = 1; start < name.length; start++) if (spelledFrom(name, start, spelling) > 0) return 5;
  return Number.POSITIVE_INFINITY;
}
