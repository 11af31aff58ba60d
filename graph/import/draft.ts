import type { Attributes, GraphOptions } from "graphology-types";
import type { Problem } from "../../src/model/problem.js";
import { newGraph, type AnyGraph } from "../graphology.js";

/** A graph that was read from a file, and what was awkward about it. */
export interface ReadGraph {
  readonly graph: AnyGraph;
  readonly problems: readonly Problem[];
}

/** Collects nodes and edges in whatever order a file has them, and loses none. */
export class GraphDraft {
  private graph: AnyGraph;
  private readonly undeclared = new Map<string, string>();
  private readonly problems: Problem[] = [];

  constructor(
    private readonly path: string,
    options: GraphOptions,
  ) {
    this.graph = newGraph({ multi: true, ...options });
  }

  addNode(key: string, attributes: Attributes, place: string): void {
    if (!this.graph.hasNode(key)) return void this.graph.addNode(key, attributes);
    if (!this.undeclared.delete(key))
      this.problem(place, `The node "${key}" is there twice; the attributes of both are kept.`);
    this.graph.mergeNodeAttributes(key, attributes);
  }

  addEdge(
    key: string | undefined,
    source: string,
    target: string,
    undirected: boolean,
    attributes: Attributes,
    place: string,
  ): void {
    for (const end of [source, target]) this.expectNode(end, place);
    const type = undirected ? "undirected" : "directed";
    if (this.graph.type !== "mixed" && this.graph.type !== type) this.upgrade({ type: "mixed" });
    if (!this.graph.multi && this.hasEdge(source, target, undirected)) this.upgrade({ multi: true });
    if (source === target && !this.graph.allowSelfLoops) this.upgrade({ allowSelfLoops: true });
    const own = this.freeKey(key, place);
    (undirected ? addUndirected : addDirected)(this.graph, own, source, target, attributes);
  }

  problem(place: string, what: string, hint?: string): void {
    this.problems.push({ where: `${this.path}:${place}`, what, hint });
  }

  finish(attributes: Attributes): ReadGraph {
    this.graph.replaceAttributes(attributes);
    for (const [key, place] of this.undeclared)
      this.problem(place, `An edge ends at "${key}", which the file has no node for; one was added.`);
    return { graph: this.graph, problems: this.problems };
  }

  /** An edge may stand before its nodes; what never comes is reported at the end. */
  private expectNode(key: string, place: string): void {
    if (this.graph.hasNode(key)) return;
    this.graph.addNode(key);
    this.undeclared.set(key, place);
  }

  private hasEdge(source: string, target: string, undirected: boolean): boolean {
    return undirected ? this.graph.hasUndirectedEdge(source, target) : this.graph.hasDirectedEdge(source, target);
  }

  private freeKey(key: string | undefined, place: string): string | undefined {
    if (key === undefined || !this.graph.hasEdge(key)) return key;
    let number = 2;
    while (this.graph.hasEdge(`${key}~${number}`)) number++;
    this.problem(place, `The edge "${key}" is there twice; the second is "${key}~${number}" now.`);
    return `${key}~${number}`;
  }

  private upgrade(options: GraphOptions): void {
    const { type, multi, allowSelfLoops } = this.graph;
    const upgraded = newGraph({ type, multi, allowSelfLoops, ...options });
    this.graph.forEachNode((key, attributes) => upgraded.addNode(key, attributes));
    this.graph.forEachEdge((key, attributes, source, target, _from, _to, undirected) => {
      (undirected ? addUndirected : addDirected)(upgraded, key, source, target, attributes);
    });
    this.graph = upgraded;
  }
}

function addUndirected(
  graph: AnyGraph,
  key: string | undefined,
  source: string,
  target: string,
  attributes: Attributes,
): void {
  if (key === undefined) graph.addUndirectedEdge(source, target, attributes);
  else graph.addUndirectedEdgeWithKey(key, source, target, attributes);
}

function addDirected(
  graph: AnyGraph,
  key: string | undefined,
  source: string,
  target: string,
  attributes: Attributes,
): void {
  if (key === undefined) graph.addDirectedEdge(source, target, attributes);
  else graph.addDirectedEdgeWithKey(key, source, target, attributes);
}
