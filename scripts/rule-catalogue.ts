/** Writes the rule catalogue: npm run catalogue. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catalogue } from "../src/rulebook/catalogue.js";
import { loadRules } from "../src/run/knowledge.js";

const { rules } = loadRules([]);
writeFileSync(fileURLToPath(new URL("../docs/rule-catalogue.md", import.meta.url)), catalogue(rules));
