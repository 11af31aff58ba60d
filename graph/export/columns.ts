import type { Attributes } from "graphology-types";
import { by } from "../order.js";

/** The types that every reader of GraphML understands; int is 32 bits wide. */
export type ValueType = "boolean" | "int" | "double" | "string";
export type Domain = "graph" | "node" | "edge";

/** The type of each attribute, by its name. Attributes that are not listed are not written. */
export type AttributeTypes = Readonly<Record<string, ValueType>>;

/** One attribute of all nodes, of all edges or of the graph, as a file writes it. */
export interface Column {
  readonly domain: Domain;
  /** The attribute's name in the graph. */
  readonly attribute: string;
  /** Its name in the file: ASCII, in snake_case, and no word that a reader takes for its own. */
  readonly name: string;
  readonly type: ValueType;
}

/** Finds, over all values that it is shown, the narrowest type that can say them: boolean, int, double, else string. */
export class TypeInference {
  private readonly names: string[] = [];
  private readonly kinds: number[] = [];
  private readonly places = new Map<string, number>();

  see(attributes: Attributes): void {
    let next = 0;
    for (const name in attributes) {
      // Elements mostly have the same names in the same order, which saves the look into the map.
      const place = this.names[next] === name ? next : this.placeOf(name);
      this.kinds[place]! |= kindOf(attributes[name]);
      next = place + 1;
    }
  }

  types(): AttributeTypes {
    const said = this.names
      .map((name, place) => [name, this.kinds[place]!] as const)
      .filter(([, kinds]) => kinds !== 0);
    return Object.fromEntries(said.map(([name, kinds]) => [name, typeOf(kinds)]));
  }

  private placeOf(name: string): number {
    let place = this.places.get(name);
    if (place === undefined) {
      place = this.names.push(name) - 1;
      this.kinds.push(0);
      this.places.set(name, place);
    }
    return place;
  }
}

const kind = { boolean: 1, int: 2, double: 4, string: 8 };

/** 0 for what no file says: null, undefined, NaN, the empty string. */
function kindOf(value: unknown): number {
  switch (typeof value) {
    case "string":
      return value === "" ? 0 : kind.string;
    case "number":
      return (value | 0) === value ? kind.int : Number.isFinite(value) ? kind.double : 0;
    case "boolean":
      return kind.boolean;
    case "undefined":
      return 0;
    default:
      return value === null ? 0 : kind.string;
  }
}

function typeOf(kinds: number): ValueType {
  if (kinds === kind.boolean) return "boolean";
  if (kinds === kind.int) return "int";
  return (kinds & (kind.boolean | kind.string)) === 0 ? "double" : "string";
}

/**
 * The columns of a file, sorted by name. A name that nodes and edges share has one type, since some readers keep one table of
 * names; where the types differ the wider one is taken. No edge column gets one of the names that the writer keeps for itself.
 */
export function columnsOf(
  types: Readonly<Record<Domain, AttributeTypes>>,
  kept: readonly string[] = [],
): Record<Domain, Column[]> {
  const columns = {
    graph: named("graph", types.graph),
    node: named("node", types.node),
    edge: named("edge", types.edge, kept),
  };
  const nodes = new Map(columns.node.map(column => [column.name, column]));
  const edges = new Map(columns.edge.map(column => [column.name, column]));
  return {
    graph: columns.graph,
    node: columns.node.map(column => widened(column, edges.get(column.name))),
    edge: columns.edge.map(column => widened(column, nodes.get(column.name))),
  };
}

function widened(column: Column, other: Column | undefined): Column {
  if (!other || other.type === column.type) return column;
  const areNumbers = [column.type, other.type].every(type => type === "int" || type === "double");
  return { ...column, type: areNumbers ? "double" : "string" };
}

function named(domain: Domain, types: AttributeTypes, kept: readonly string[] = []): Column[] {
  const taken = new Set<string>(kept);
  const columns = Object.entries(types)
    .sort(by(([attribute]) => attribute))
    .map(([attribute, type]) => {
      const name = untaken(fileName(domain, attribute, type), taken);
      return { domain, attribute, name, type };
    });
  return columns.sort(by(column => column.name));
}

function untaken(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}_${number}`;
  taken.add(free);
  return free;
}

/**
 *     firstDate -> first_date      所在地 -> node_attribute      type -> node_type      size: "large" -> node_size
 */
function fileName(domain: Domain, attribute: string, type: ValueType): string {
  const words = attribute
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9_]+/g, "_")
    .toLowerCase();
  const name = words.replace(/^_+|_+$/g, "") || "attribute";
  const candidates = [name, `${domain}_${name}`, `${domain}_${name}_value`];
  return candidates.find(candidate => isFree(candidate, domain, type))!;
}

/** Names that readers take for their own, unless they mean the same as the reader does. */
function isFree(name: string, domain: Domain, type: ValueType): boolean {
  if (
    /^(?:type|id|key|source|target|attribute|node_key|edge_key|exact_json|graph_type|graph_multi|graph_loops|edge_id)$/.test(
      name,
    )
  )
    return false;
  if (/^\d/.test(name)) return false;
  if (/^(?:x|y|z|size)$/.test(name)) return domain === "node" && type !== "string" && type !== "boolean";
  if (/^[rgb]$/.test(name)) return type === "int";
  if (name === "symmetric") return type === "boolean";
  if (name === "weight") return type === "int" || type === "double";
  if (/^(?:color|labels?|name|interaction)$/.test(name)) return type === "string";
  return true;
}
