/** Writes the JSON Schemas of rule files, by which editors complete and check them: npm run schemas. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "../src/rulebook/json-schemas.js";
import { OWN_RULES } from "../src/run/knowledge.js";

for (const [name, text] of jsonSchemas()) writeFileSync(join(OWN_RULES, name), text);
