import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatGazetteer, type GazetteerEntry, parseGazetteer } from "../../tools/gazetteers/entry.js";
import { mainlandPlaces } from "../../tools/gazetteers/mainland.js";
import { shortFormsOf } from "../../tools/gazetteers/short-forms.js";
import { taiwanPlaces } from "../../tools/gazetteers/taiwan.js";

const mainland = mainlandPlaces();
const taiwan = taiwanPlaces();

describe("divisions of the mainland", () => {
  const count = (kind: string, ending = ""): number =>
    mainland.filter(entry => entry.kind === kind && entry.name.endsWith(ending)).length;

  it("are as many as the statistical yearbook says (2023)", () => {
    expect([count("province"), count("prefecture")]).toEqual([31, 333]);
    expect([count("county", "市"), count("county", "县"), count("county", "旗")]).toEqual([397, 1299 + 117, 49 + 3]);
  });

  it.each([
    ["place:441800", { aliases: ["清远"], weak: [], within: "place:440000" }],
    ["place:210000", { aliases: ["辽宁"], weak: [], within: "place:CN" }],
    ["place:211300", { aliases: [], weak: ["朝阳"], within: "place:210000" }],
    ["place:220200", { aliases: [], weak: ["吉林"], within: "place:220000" }],
    ["place:220000", { aliases: ["吉林"], weak: [], within: "place:CN" }],
    ["place:110105", { aliases: [], weak: ["朝阳"], within: "place:110000" }],
    ["place:632500", { aliases: ["海南州"], weak: ["海南"], within: "place:630000" }],
    ["place:433100", { aliases: ["湘西州", "湘西"], weak: [], within: "place:430000" }],
    ["place:469001", { aliases: ["五指山"], weak: [], within: "place:460000" }],
    ["place:500229", { aliases: [], weak: ["城口"], within: "place:500000" }],
    ["place:623001", { aliases: [], weak: ["合作"], within: "place:623000" }],
    ["place:140602", { aliases: [], weak: ["朔城"], within: "place:140600" }],
    ["place:140302", { aliases: [], weak: ["城区"], within: "place:140300" }],
    ["place:610424", { aliases: [], weak: [], within: "place:610400" }],
  ])("%s has its forms and its container", (key, expected) => {
    expect(mainland.find(entry => entry.key === key)).toMatchObject(expected);
  });

  it("leave development zones out", () => {
    expect(mainland.filter(({ name }) => /开发区|园区$|管理区|示范区/.test(name))).toEqual([]);
  });
});

describe("divisions of Taiwan", () => {
  it("are 22 cities and counties and 368 districts and townships", () => {
    expect(taiwan.filter(({ within }) => within === "place:710000").length).toBe(22);
    expect(taiwan.filter(({ kind }) => kind === "township").length).toBe(368);
  });

  it("let a short form mean the city rather than the county around it", () => {
    expect(formsOf("place:TW-HSZ")).toEqual({ aliases: ["新竹"], weak: ["竹市"] });
    expect(formsOf("place:TW-HSQ")).toEqual({ aliases: [], weak: ["新竹", "竹县"] });
  });

  function formsOf(key: string): Pick<GazetteerEntry, "aliases" | "weak"> | undefined {
    const entry = taiwan.find(one => one.key === key);
    return entry && { aliases: entry.aliases, weak: entry.weak };
  }
});

describe("shortFormsOf", () => {
  it.each([
    ["清远市", { stem: "清远" }],
    ["清新区", { stem: "清新" }],
    ["浦东新区", { stem: "浦东" }],
    ["北林区", { stem: "北林" }],
    ["神农架林区", { stem: "神农架" }],
    ["井陉矿区", {}],
    ["土默特左旗", {}],
    ["敖汉旗", { stem: "敖汉" }],
    ["盂县", {}],
    ["内蒙古自治区", { stem: "内蒙古" }],
    ["广西壮族自治区", { stem: "广西" }],
    ["积石山保安族东乡族撒拉族自治县", { stem: "积石山", plain: "积石山县" }],
    ["东乡族自治县", { stem: "东乡", plain: "东乡县" }],
    ["克孜勒苏柯尔克孜自治州", { stem: "克孜勒苏", plain: "克孜勒苏州" }],
    ["管城回族区", { stem: "管城", plain: "管城区" }],
  ])("%s", (name, expected) => expect(shortFormsOf(name)).toEqual(expected));
});

describe("the files", () => {
  it.each([
    ["places-mainland.tsv", mainland],
    ["places-taiwan.tsv", taiwan],
  ] as const)("%s is what the script makes", (file, made) => {
    const text = readFileSync(new URL(`../../rules/gazetteers/${file}`, import.meta.url), "utf8");
    expect(parseGazetteer(text)).toEqual(parseGazetteer(formatGazetteer(made, [])));
  });
});
