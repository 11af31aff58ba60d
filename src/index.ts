/**
 * policygraph as a library: the stages that the command line runs, for programs that bring their own pages.
 *
 *     const rules = loadRules([]);
 *     const facts = extract({ id: "a", path: "a", text, isClean: true, problems: [] }, rules);
 *     const graph = buildGraph([facts], rules.schema);
 */
export { addGraph } from "../graph/add.js";
export { buildGraph } from "../graph/build.js";
export { diffGraphs, type GraphDiff } from "../graph/diff.js";
export { flatten } from "../graph/export/flatten.js";
export {
  type ExportFile,
  type ExportFormat,
  type ExportOptions,
  exportFormats,
  exportGraph,
} from "../graph/export/index.js";
export { mergeFacts, readFacts } from "../graph/facts.js";
export type { AnyGraph } from "../graph/graphology.js";
export { type ReadGraph, readGraph } from "../graph/import/index.js";
export type * from "../graph/model.js";
export { parseSelection, type Selection, SelectionError, select } from "../graph/select.js";
export { GraphFileError, graphJson, readGraphJson } from "../graph/serialize.js";
export { RuleFaults } from "./engine/faults.js";
export type { Knowledge } from "./engine/load.js";
export type * from "./model/facts.js";
export type { Page } from "./model/page.js";
export type { Problem } from "./model/problem.js";
export { extract } from "./pipeline.js";
export { type ReadOptions, readPages } from "./read/index.js";
export { extractAll, type RunOptions } from "./run/extract-all.js";
export { loadRules } from "./run/knowledge.js";
