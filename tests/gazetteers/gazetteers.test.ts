import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { normalizeText } from "../../src/normalize/index.js";
import { columns, type GazetteerEntry, parseGazetteer } from "../../tools/gazetteers/entry.js";

const folder = new URL("../../rules/gazetteers/", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), "utf8");
const header = columns.join("\t");
const files = readdirSync(folder).filter(file => read(file).includes(`\n${header}\n`));
const entries = files.flatMap(file => parseGazetteer(read(file)));
const keys = new Map(entries.map(entry => [entry.key, entry]));

describe("the gazetteers", () => {
  it("give each key to one entry", () => {
    expect(repeated(entries.map(({ key }) => key))).toEqual([]);
  });

  it("name types of the schema, in keys too", () => {
    const schema = parse(readFileSync(new URL("../../rules/schema.yaml", import.meta.url), "utf8")) as {
      types: { id: string }[];
    };
    const types = new Set(schema.types.map(({ id }) => id));
    expect(entries.filter(({ key, type }) => !types.has(type) || !key.startsWith(`${type}:`))).toEqual([]);
  });

  it("name for each entry its kind, and a container that exists", () => {
    expect(entries.filter(({ kind, within }) => kind === "" || (within !== "" && !keys.has(within)))).toEqual([]);
  });

  it("lead from each entry upwards without a circle", () => {
    expect(entries.filter(entry => containersOf(entry).includes(entry.key))).toEqual([]);
  });

  it("give a safe alias to one entry of a type only: where two share it, it is weak in all but one", () => {
    const aliases = entries.flatMap(({ type, aliases, weak }) =>
      aliases.filter(form => !weak.includes(form)).map(form => `${type} ${form}`),
    );
    const names = new Set(
      entries.filter(({ name, weak }) => !weak.includes(name)).map(({ type, name }) => `${type} ${name}`),
    );
    expect(repeated(aliases)).toEqual([]);
    expect(aliases.filter(form => names.has(form))).toEqual([]);
  });

  it("never hold a single character as a name, nor the same form as both safe and weak alias", () => {
    expect(entries.filter(entry => formsOf(entry).some(form => form.length < 2))).toEqual([]);
    expect(entries.filter(({ aliases, weak }) => aliases.some(form => weak.includes(form)))).toEqual([]);
  });

  it("are written in simplified characters and half width, but for two characters that official names keep", () => {
    const changed = entries.flatMap(formsOf).filter(form => normalizeText(form) !== form);
    expect(changed.filter(form => !/[乾瞭]/.test(form))).toEqual([]);
  });
});

describe("countries", () => {
  const countries = parseGazetteer(read("countries.tsv"));
  const former = new Set(["place:SU", "place:YU"]);
  /** Not in the registry that JavaScript engines carry. */
  const unregistered = new Set(["place:XS"]);

  it("are named as the Unicode registry names them on the mainland", () => {
    const names = new Intl.DisplayNames("zh-Hans", { type: "region" });
    const others = countries
      .filter(country => !former.has(country.key) && !unregistered.has(country.key))
      .filter(country => !formsOf(country).includes(normalizeText(names.of(country.key.slice(6)) ?? "")));
    expect(others.map(({ name }) => name)).toEqual(["巴勒斯坦"]);
  });

  it("of the United Nations are named as in Taiwan, too", () => {
    const names = new Intl.DisplayNames("zh-Hant-TW", { type: "region" });
    const others = countries
      .filter(({ key, kind }) => kind === "country" && !former.has(key) && !unregistered.has(key))
      .filter(country => !formsOf(country).includes(normalizeText(names.of(country.key.slice(6)) ?? "")));
    expect(others.map(({ name }) => name).sort()).toEqual(["刚果共和国", "刚果民主共和国", "巴勒斯坦"].sort());
  });
});

describe("tables of characters", () => {
  const rows = (file: string): string[][] =>
    read(file)
      .split("\n")
      .filter(line => line !== "" && !line.startsWith("#"))
      .slice(1)
      .map(line => line.split("\t"));

  it("abbreviate places that exist, each pair once", () => {
    const pairs = rows("abbreviations.tsv");
    expect(pairs.filter(([character, key]) => character?.length !== 1 || !keys.has(key ?? ""))).toEqual([]);
    expect(repeated(pairs.map(pair => pair.join(" ")))).toEqual([]);
  });

  it("weigh each surname once", () => {
    const surnames = rows("surnames.tsv");
    expect(repeated(surnames.map(([surname = ""]) => surname))).toEqual([]);
    expect(
      surnames.filter(
        ([surname = "", kind, weight = ""]) =>
          (kind === "single") !== (surname.length === 1) || !/^[123]$/.test(weight),
      ),
    ).toEqual([]);
    expect(surnames.filter(([surname = ""]) => normalizeText(surname) !== surname)).toEqual([]);
  });

  it("spell foreign names with single simplified characters, each once", () => {
    const characters = rows("transliteration.tsv").map(([character = ""]) => character);
    expect(characters.filter(character => character.length !== 1 || normalizeText(character) !== character)).toEqual(
      [],
    );
    expect(repeated(characters)).toEqual([]);
  });
});

function formsOf({ name, aliases, weak }: GazetteerEntry): string[] {
  return [name, ...aliases, ...weak];
}

function containersOf({ within }: GazetteerEntry): string[] {
  const found: string[] = [];
  for (let key = within; key !== "" && !found.includes(key); key = keys.get(key)?.within ?? "") found.push(key);
  return found;
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
