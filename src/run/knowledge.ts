import { fileURLToPath } from "node:url";
import { type Knowledge, loadKnowledge } from "../engine/load.js";
import { normalizeText } from "../normalize/index.js";

/** The rules that come with policygraph, and then those of `packs`. Throws RuleFaults with everything wrong in them. */
export function loadRules(packs: readonly string[]): Knowledge {
  return loadKnowledge([OWN_RULES, ...packs], normalizeText);
}

/** Beside the sources in a checkout; a copy stands beside the compiled files. */
const OWN_RULES = fileURLToPath(new URL("../../rules", import.meta.url));
