import type { AnyGraph } from "../graphology.js";
import { select, type Selection } from "../select.js";
import { graphJson } from "../serialize.js";
import { csvFiles, type CsvOptions, type ExportFile } from "./csv.js";
import { cypher } from "./cypher.js";
import { graphmlFor, type DialectOptions } from "./dialects.js";
import { gexfString } from "./gexf.js";
import { neo4jFiles } from "./neo4j.js";
import { nodeLinkJson } from "./node-link.js";
import { parquetFiles } from "./parquet.js";
import { jsonLd, nquads, turtle } from "./rdf-files.js";
import type { RdfOptions } from "./rdf.js";

export type { ExportFile } from "./csv.js";

/** What each format is for, in the order in which help lists them. */
export const exportFormats = {
  graphml: "GraphML, for Gephi, Cytoscape, yEd, networkx, igraph, graph-tool and Neo4j",
  gexf: "GEXF 1.3, for Gephi and Gephi Lite",
  csv: "CSV tables of nodes, edges, evidence and documents, for spreadsheets and pandas",
  neo4j: "CSV tables for neo4j-admin database import",
  cypher: "Cypher statements that build the graph in Neo4j or Memgraph",
  json: "graphology's JSON, with everything",
  "node-link": "JSON in the form of networkx and d3, with everything",
  turtle: "RDF as Turtle",
  nquads: "RDF as N-Quads, with a named graph for each document",
  jsonld: "RDF as JSON-LD",
  parquet: "Parquet tables of nodes, edges, evidence and documents, for DuckDB, pandas and Spark",
} as const;

export type ExportFormat = keyof typeof exportFormats;

export interface ExportOptions
  extends Pick<DialectOptions, "dialect" | "aggregate" | "lossless" | "onReport">,
    CsvOptions,
    RdfOptions {
  /** Export a part of the graph only. */
  readonly select?: Selection;
}

/** Tell whether a format makes several files, and so goes to a folder. */
export function isFolderFormat(format: ExportFormat): boolean {
  return format === "csv" || format === "neo4j" || format === "parquet";
}

/**
 * The files of an export, each with a name and with chunks that are made as they are read. Any graphology graph will do; of
 * one of our own, formats with flat columns get the flat view (see flatten.ts), and the others everything.
 */
export function exportGraph(graph: AnyGraph, format: ExportFormat, options: ExportOptions = {}): ExportFile[] {
  const part = options.select ? select(graph, options.select) : graph;
  return writers[format](part, options);
}

const writers: Readonly<Record<ExportFormat, (graph: AnyGraph, options: ExportOptions) => ExportFile[]>> = {
  graphml: (graph, { dialect, aggregate, lossless, onReport }) =>
    one("graph.graphml", graphmlFor(graph, { dialect, aggregate, lossless, onReport })),
  gexf: (graph, options) => one("graph.gexf", [gexfString(graph, options)]),
  csv: csvFiles,
  neo4j: neo4jFiles,
  cypher: graph => one("graph.cypher", cypher(graph)),
  json: graph => one("graph.json", graphJson(graph)),
  "node-link": graph => one("graph.node-link.json", nodeLinkJson(graph)),
  turtle: (graph, options) => one("graph.ttl", turtle(graph, options)),
  nquads: (graph, options) => one("graph.nq", nquads(graph, options)),
  jsonld: (graph, options) => one("graph.jsonld", jsonLd(graph, options)),
  parquet: parquetFiles,
};

function one(path: string, chunks: Iterable<string>): ExportFile[] {
  return [{ path, chunks }];
}
