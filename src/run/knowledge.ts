import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Knowledge, loadKnowledge } from "../engine/load.js";
import { normalizeText } from "../normalize/index.js";

/** The rules that come with policygraph, and then those of `packs`. Throws RuleFaults with everything wrong in them. */
export function loadRules(packs: readonly string[]): Knowledge {
  return loadKnowledge(ruleFolders(packs), normalizeText);
}

/** A whole rulebook of its own where the folder holds a lexicon; else our rules and the folder's. */
export function loadRulebook(folder: string): Knowledge {
  return existsSync(join(folder, "lexicon")) ? loadKnowledge([folder], normalizeText) : loadRules([folder]);
}

/** The folders that `loadRules` reads. */
export function ruleFolders(packs: readonly string[]): readonly string[] {
  return [OWN_RULES, ...packs];
}

/** Beside the sources in a checkout; a copy stands beside the compiled files. */
export const OWN_RULES = fileURLToPath(new URL("../../rules", import.meta.url));
