import type { Attributes } from "graphology-types";
import type { AnyGraph } from "../graphology.js";
import type { Evidence } from "../model.js";
import { isPolicyGraph } from "../serialize.js";
import { columnsOf, TypeInference, type AttributeTypes, type Column } from "./columns.js";
import { asIs, flatten } from "./flatten.js";
import { valueText } from "./values.js";

/** What stands in a cell; a list only where the reader of the table knows lists. */
export type Cell = string | number | boolean | readonly string[] | undefined;

export interface TableColumn {
  readonly name: string;
  readonly type: Column["type"];
  /** True where some cells are lists. */
  readonly isList: boolean;
}

/** Rows that are made as they are read. */
export interface Table {
  readonly name: "nodes" | "edges" | "evidence" | "documents";
  readonly columns: readonly TableColumn[];
  readonly rows: () => Iterable<readonly Cell[]>;
}

/**
 * The tables of a graph: nodes (`id`, then attributes), edges (`id`, `source`, `target`, `type`, then attributes) and, of our
 * own graphs, the evidence of both and the documents.
 */
export function tablesOf(graph: AnyGraph): Table[] {
  return [
    nodeTable(graph),
    edgeTable(graph),
    ...(isPolicyGraph(graph) ? [evidenceTable(graph), documentTable(graph)] : []),
  ];
}

export function nodeTable(graph: AnyGraph): Table {
  const { nodeAttributes } = isPolicyGraph(graph) ? flatten(graph) : asIs;
  const attributes = function* (): Generator<[readonly Cell[], Attributes]> {
    for (const { node, attributes } of graph.nodeEntries()) yield [[node], nodeAttributes(node, attributes)];
  };
  return attributeTable("nodes", ["id"], attributes, typesOf(graph, "node"));
}

export function edgeTable(graph: AnyGraph): Table {
  const { edgeAttributes } = isPolicyGraph(graph) ? flatten(graph) : asIs;
  const attributes = function* (): Generator<[readonly Cell[], Attributes]> {
    for (const { edge, source, target, undirected, attributes } of graph.edgeEntries()) {
      const type = undirected ? "Undirected" : "Directed";
      yield [[edge, source, target, type], edgeAttributes(edge, attributes, source, target)];
    }
  };
  return attributeTable("edges", ["id", "source", "target", "type"], attributes, typesOf(graph, "edge"));
}

/** The cell as text, with the members of a list joined. */
export function cellText(cell: Cell, type: Column["type"]): string {
  return valueText(cell, type);
}

function typesOf(graph: AnyGraph, domain: "node" | "edge"): AttributeTypes | undefined {
  return isPolicyGraph(graph) ? flatten(graph).types[domain] : undefined;
}

function attributeTable(
  name: Table["name"],
  fixed: readonly string[],
  elements: () => Iterable<[readonly Cell[], Attributes]>,
  given: AttributeTypes | undefined,
): Table {
  const inference = new TypeInference();
  const lists = new Set<string>();
  for (const [, attributes] of elements()) {
    inference.see(attributes);
    for (const attribute in attributes) if (isTextList(attributes[attribute])) lists.add(attribute);
  }
  const types = { ...inference.types(), ...given };
  const own =
    name === "nodes"
      ? columnsOf({ graph: {}, node: types, edge: {} }).node
      : columnsOf({ graph: {}, node: {}, edge: types }).edge;
  const columns = own.map(({ attribute, name, type }) => ({ name, type, attribute, isList: lists.has(attribute) }));
  return {
    name,
    columns: [...fixed.map(text), ...columns],
    rows: function* () {
      for (const [start, attributes] of elements())
        yield [...start, ...columns.map(column => cellOf(attributes[column.attribute], column))];
    },
  };
}

function cellOf(value: unknown, { type, isList }: TableColumn): Cell {
  const said = valueText(value, type);
  if (said === "") return undefined;
  if (isList) return isTextList(value) ? value : [said];
  return type === "string" ? said : (value as number | boolean);
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every(member => typeof member === "string");
}

const text = (name: string): TableColumn => ({ name, type: "string", isList: false });
const count = (name: string): TableColumn => ({ name, type: "int", isList: false });

function evidenceTable(graph: AnyGraph): Table {
  return {
    name: "evidence",
    columns: [
      text("id"),
      text("of"),
      text("element"),
      text("document"),
      count("start"),
      count("end"),
      text("sentence"),
      text("rule"),
    ],
    rows: function* () {
      for (const { node, attributes } of graph.nodeEntries())
        yield* evidenceRows("node", node, attributes.evidence as Evidence[]);
      for (const { edge, attributes } of graph.edgeEntries())
        yield* evidenceRows("edge", edge, attributes.evidence as Evidence[]);
    },
  };
}

function* evidenceRows(of: string, key: string, evidence: readonly Evidence[]): Generator<readonly Cell[]> {
  for (const { id, document, start, end, sentence, rule } of evidence) {
    yield [id, of, key, document, start, end, sentence.replace(/\s+/g, " "), rule];
  }
}

function documentTable(graph: AnyGraph): Table {
  return {
    name: "documents",
    columns: ["id", "path", "title", "published", "outlet", "url"].map(text),
    rows: function* () {
      if (!isPolicyGraph(graph)) return;
      for (const { id, path, title, published, outlet, url } of graph.getAttribute("documents")) {
        yield [id, path, title, published, outlet, url];
      }
    },
  };
}
