import type { Dataset } from "../data/dataset.js";
import type { Answer, GraphArrays, Task } from "./messages.js";
import InlineWorker from "./worker.js?worker&inline";

/** Gives long work to the page's worker, so that the page stays quick. */
export class Desk {
  private worker: Worker | undefined;
  private lastId = 0;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private readonly graph: GraphArrays;

  constructor(dataset: Dataset) {
    this.graph = arraysOf(dataset);
  }

  /** Arrange the graph by its relations; each telling has the positions so far, the last has progress 1. */
  arrange(positions: Float32Array, tell: (progress: number, positions: Float32Array) => void): void {
    this.give({ kind: "force", graph: this.graph, positions }, ({ progress, values }) => tell(progress, values!));
  }

  measure(kind: "communities" | "betweenness"): Promise<Float32Array> {
    return new Promise(resolve => this.give({ kind, graph: this.graph }, ({ values }) => resolve(values!)));
  }

  close(): void {
    this.worker?.terminate();
  }

  private give(task: TaskWithoutId, hear: (answer: Answer) => void): void {
    const id = ++this.lastId;
    this.waiting.set(id, hear);
    this.worker ??= this.hired();
    this.worker.postMessage({ ...task, id });
  }

  private hired(): Worker {
    const worker = new InlineWorker();
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      this.waiting.get(data.id)?.(data);
      if (data.progress === 1) this.waiting.delete(data.id);
    });
    return worker;
  }
}

type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;
type TaskWithoutId = WithoutId<Task>;

function arraysOf({ nodes, edges }: Dataset): GraphArrays {
  return {
    order: nodes.length,
    sources: Uint32Array.from(edges, edge => edge.source.index),
    targets: Uint32Array.from(edges, edge => edge.target.index),
    weights: Float32Array.from(edges, edge => edge.weight),
  };
}
