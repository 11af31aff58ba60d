/**
 * policygraph as a library: the stages that the command line runs, for programs that bring their own pages.
 *
 *     const rules = loadRules([]);
 *     const facts = extract({ id: "a", path: "a", text, isClean: true, problems: [] }, rules);
 *     const graph = buildGraph([facts], rules.schema);
 */
export { buildGraph } from "../graph/build.js";
export { flatten } from "../graph/export/flatten.js";
export type * from "../graph/model.js";
export { graphJson, readGraphJson } from "../graph/serialize.js";
export { RuleFaults } from "./engine/faults.js";
export type { Knowledge } from "./engine/load.js";
export type * from "./model/facts.js";
export type { Page } from "./model/page.js";
export type { Problem } from "./model/problem.js";
export { extract } from "./pipeline.js";
export { type ReadOptions, readPages } from "./read/index.js";
export { extractAll, type RunOptions } from "./run/extract-all.js";
export { loadRules } from "./run/knowledge.js";
