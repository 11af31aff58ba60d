/** What the page asks of its worker: a graph as plain arrays, nodes by their index. */
export interface GraphArrays {
  readonly order: number;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float32Array;
}

export type Task =
  | { readonly id: number; readonly kind: "force"; readonly graph: GraphArrays; readonly positions: Float32Array }
  | { readonly id: number; readonly kind: "communities"; readonly graph: GraphArrays }
  | { readonly id: number; readonly kind: "betweenness"; readonly graph: GraphArrays };

/** Any number of answers with `progress` below 1, then the last, with 1. Values are positions, or one number a node. */
export interface Answer {
  readonly id: number;
  readonly progress: number;
  readonly values: Float32Array | undefined;
}
