/**
 * Makes rules/lexicon/common-words.tsv from the dictionary of jieba (MIT), which @node-rs/jieba ships:
 * `npx tsx tools/lexicon/make.ts`.
 *
 * Common words tell where a name cannot begin or end; they name nothing. So names of places and organizations are left out
 * (our gazetteers know those). What the dictionary lists as a person is often an ordinary word (文明, 顾客, 青少年): it stays
 * as a noun, and under a tag of its own where it may well be a person (朱德, 克林顿), which rules then ask for.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { THINGS } from "./things.js";

const LEAST_FREQUENCY = 20;
/** A word of two characters that is so frequent is a word, whatever the dictionary says. */
const LEAST_AS_WORD = 600;
const LEAST_AS_NOUN: readonly number[] = [Infinity, Infinity, 100, 300, 50, 50, 50];
const POS = new Map(
  Object.entries({
    an: "n",
    l: "l",
    i: "l",
    nz: "n",
    ng: "n",
    vg: "v",
    vd: "v",
    vi: "v",
    ad: "d",
    ag: "a",
    tg: "t",
    dg: "d",
    uj: "u",
    ul: "u",
    uz: "u",
    uv: "u",
    ud: "u",
    ug: "u",
    zg: "g",
    rr: "r",
    rz: "r",
    rg: "r",
    mq: "q",
    vq: "v",
    mg: "m",
    df: "d",
  }),
);
const LEFT_OUT = new Set(["ns", "nt", "eng", "x"]);
const PEOPLE = new Set(["nr", "nrt", "nrfg"]);

const lines = (path: string): string[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter(line => line && !line.startsWith("#"));
const transliteration = new Set(lines("rules/gazetteers/transliteration.tsv"));
const surnames = new Set(
  lines("rules/gazetteers/surnames.tsv").flatMap(line =>
    /\t[12](\t|$)/.test(line) ? [line.split("\t")[0] as string] : [],
  ),
);
const require = createRequire(import.meta.url);
const dictionary = readFileSync(join(dirname(require.resolve("@node-rs/jieba/dict")), "dict.txt"), "utf8");
const words: string[] = [];
const frequencies = new Map(
  dictionary
    .split("\n")
    .map(line => line.split(" "))
    .filter(([, , tag]) => tag && !/^n(r|s|t)/.test(tag))
    .map(([word, count]) => [word as string, Number(count)]),
);

for (const line of dictionary.split("\n")) {
  const [word, count, tag] = line.trim().split(" ");
  if (!word || !count || !tag || !/^[\u4e00-\u9fff]+$/u.test(word)) continue;
  if (Number(count) < LEAST_FREQUENCY || word.length > 6 || (LEFT_OUT.has(tag) && word.length > 1)) continue;
  const pos =
    word.length === 1 && (PEOPLE.has(tag) || LEFT_OUT.has(tag))
      ? "g"
      : PEOPLE.has(tag)
        ? posOfPerson(word, tag, Number(count))
        : (POS.get(tag) ?? tag);
  if (pos) words.push(`${word}\t${count}\t${pos}`);
}

const head =
  "# Derived from the dictionary of jieba, https://github.com/fxsjy/jieba (MIT licence), by tools/lexicon/make.ts.\n";
writeFileSync("rules/lexicon/common-words.tsv", `${head}word\tfrequency\tpos\n${words.sort().join("\n")}\n`);

/**
 * "nr" for what is most likely a person, "nrt" for one with a foreign name (or a foreign place), "nrw" for two characters
 * that may as well be a word (高峰). Pieces of foreign names and rare names are neither: they would only cut other names apart.
 */
function posOfPerson(word: string, tag: string, frequency: number): "nr" | "nrt" | "nrw" | "n" | undefined {
  const hasSurname = surnames.has(word[0] as string) || surnames.has(word.slice(0, 2));
  const isForeign = [...word].every(character => transliteration.has(character));
  if (isForeign && (tag === "nrt" || word.length > 3 || !hasSurname)) return word.length > 2 ? "nrt" : undefined;
  if (hasSurname && word.length === 2) return frequency < LEAST_AS_WORD ? "nrw" : "n";
  if (hasSurname && word.length === 3 && !THINGS.test(word)) return isMadeOfWords(word) ? undefined : "nr";
  return frequency >= (LEAST_AS_NOUN[word.length] ?? Infinity) ? "n" : undefined;
}

/** 高水平, 许可证: a word that frequent words make up names nobody. */
function isMadeOfWords(word: string): boolean {
  return (frequencies.get(word.slice(1)) ?? 0) >= 100 || (frequencies.get(word.slice(0, 2)) ?? 0) >= 100;
}
