// Extracts the annotated pages of ../shared, scores them with the scorers there, prints all figures and fails when one is
// under its floor in floors.json. Floors are raised as figures rise, never lowered.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const SHARED = "../shared";
const WORK = "out/figures";
const floors = JSON.parse(readFileSync(".ci/floors.json", "utf8"));

if (!existsSync(SHARED)) {
  console.error(`${SHARED} is not here: it holds the real pages and their facts, so their figures can't be checked.`);
  process.exit(1);
}
mkdirSync(WORK, { recursive: true });

const figures = {
  seed: scored("seed", [`${SHARED}/corpus/seed.txt`], `${SHARED}/gold/seed`),
  ...devFigures(),
  ...nerFigures(),
};
const misses = Object.entries(floors).flatMap(([set, wanted]) =>
  Object.entries(wanted).flatMap(([figure, floor]) => {
    const value = figures[set]?.[figure];
    return value !== undefined && value >= floor
      ? []
      : [`${set} ${figure} is ${value ?? "absent"}, its floor is ${floor}`];
  }),
);
for (const [set, found] of Object.entries(figures)) {
  const shown = Object.entries(found).map(([figure, value]) => `${figure} ${value.toFixed(3)}`);
  console.log(`${set}: ${shown.join(", ")}`);
}
for (const miss of misses) console.error(`UNDER ITS FLOOR: ${miss}`);
process.exitCode = misses.length > 0 ? 1 : 0;

/** The development set as a whole, and its halves: rules are written on the odd documents, the even ones are unseen. */
function devFigures() {
  const names = readdirSync(`${SHARED}/corpus/dev`).filter(name => name.endsWith(".txt"));
  const gold = `${SHARED}/gold/dev`;
  const all = scored("dev", [`${SHARED}/corpus/dev`], gold);
  const half = (name, remainder) =>
    scored(
      name,
      names.filter(file => Number(/\d+/.exec(file)[0]) % 2 === remainder).map(file => join(SHARED, "corpus/dev", file)),
      gold,
      remainder,
    );
  return { dev: all, "dev-odd": half("dev-odd", 1), "dev-even": half("dev-even", 0) };
}

function scored(name, inputs, gold, remainder) {
  const records = extracted(name, inputs);
  const goldDir = remainder === undefined ? gold : goldHalf(name, gold, remainder);
  const result = JSON.parse(
    execFileSync("node", [`${SHARED}/score/score.mjs`, goldDir, records, "--json"], { encoding: "utf8" }),
  );
  return {
    entities: result.entities.f1,
    exactType: result.entitiesExactType.f1,
    persons: result.byType.person?.f1 ?? 0,
    relations: result.relations.f1,
    precision: result.relations.precision,
    holdsPosition: result.byPredicate.holds_position?.f1 ?? 0,
    indicators: result.indicators.f1,
    titles: result.titles,
    dates: result.dates,
    title: result.head.title ?? 0,
    published: result.head.published ?? 0,
    outlet: result.head.outlet ?? 0,
  };
}

/** The scorer takes whole folders of gold files, so each half gets one. */
function goldHalf(name, gold, remainder) {
  const folder = join(WORK, `gold-${name}`);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(gold).filter(
    one => /\d+\.json$/.test(one) && Number(/\d+/.exec(one)[0]) % 2 === remainder,
  ))
    writeFileSync(join(folder, file), readFileSync(join(gold, file)));
  return folder;
}

function nerFigures() {
  const files = readdirSync(`${SHARED}/ner`).filter(name => name.endsWith(".jsonl"));
  return Object.fromEntries(
    files.map(file => {
      const gold = join(SHARED, "ner", file);
      const printed = execFileSync("node", [`${SHARED}/score/ner.mjs`, gold, extracted(file, [gold])], {
        encoding: "utf8",
      });
      const rows = [...printed.matchAll(/^(\w+) .*F1 ([\d.]+)/gm)].map(([, name, f1]) => [name, Number(f1)]);
      return [file.replace(".jsonl", ""), Object.fromEntries(rows)];
    }),
  );
}

function extracted(name, inputs) {
  const output = join(WORK, `${name}.facts.jsonl`);
  const words = ["--import", "tsx", "src/cli/main.ts", "extract", ...inputs, "-o", output, "--quiet"];
  const { status } = spawnSync("node", words, { stdio: "inherit" });
  if (status !== 0) process.exit(1);
  return output;
}
