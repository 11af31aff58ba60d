/** What a reader sees and could come back to: undo steps through it, the address carries it. */
export interface View {
  readonly mode: "picture" | "table";
  readonly selection: Selection | undefined;
  readonly filters: Filters;
  /** Only what is near one node. */
  readonly focus: Focus | undefined;
  /** What lies between two nodes; `to` is missing while it is being chosen. */
  readonly between: Between | undefined;
  readonly layout: LayoutName;
  readonly colorBy: ColorBy;
  readonly sizeBy: SizeBy;
  /** Nodes that were dragged, and where they lie. */
  readonly pinned: Readonly<Record<string, readonly [number, number]>>;
}

export interface Selection {
  readonly kind: "node" | "edge";
  readonly key: string;
}

export interface Filters {
  readonly hiddenTypes: readonly string[];
  readonly hiddenPredicates: readonly string[];
  readonly hiddenSources: readonly string[];
  /** ISO days, both included. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly isUndatedHidden: boolean;
  readonly minDegree: number;
  /** Of a comparison: only what differs. */
  readonly isChangedOnly: boolean;
}

export interface Focus {
  readonly node: string;
  readonly depth: 1 | 2 | 3;
}

export interface Between {
  readonly from: string;
  readonly to: string | undefined;
}

export const layoutNames = ["force", "circles", "hierarchy", "geographic"] as const;
export type LayoutName = (typeof layoutNames)[number];

export const colorings = ["type", "community", "change"] as const;
export type ColorBy = (typeof colorings)[number];

export const sizings = ["degree", "weight", "betweenness", "equal"] as const;
export type SizeBy = (typeof sizings)[number];

export const noFilters: Filters = {
  hiddenTypes: [],
  hiddenPredicates: [],
  hiddenSources: [],
  from: undefined,
  to: undefined,
  isUndatedHidden: false,
  minDegree: 0,
  isChangedOnly: false,
};

export const firstView: View = {
  mode: "picture",
  selection: undefined,
  filters: noFilters,
  focus: undefined,
  between: undefined,
  layout: "force",
  colorBy: "type",
  sizeBy: "degree",
  pinned: {},
};
