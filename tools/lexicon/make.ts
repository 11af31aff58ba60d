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

const LEAST_FREQUENCY = 20;
const LEAST_AS_NOUN: readonly number[] = [Infinity, Infinity, 100, 300, 50, 50, 50];
const POS = new Map(
  Object.entries({ an: "n", l: "l", i: "l", nz: "n", ng: "n", vg: "v", vd: "v", vi: "v", ad: "d", ag: "a", tg: "t", dg: "d", uj: "u", ul: "u", uz: "u", uv: "u", ud: "u", ug: "u", zg: "g", rr: "r", rz: "r", rg: "r", mq: "q", vq: "v", mg: "m", df: "d" }),
);
const LEFT_OUT = new Set(["ns", "nt", "eng", "x"]);
/** How words of three characters end that begin with a surname and name no person: 叶绿体, 张家湾, 马家军. */
const THINGS = /[体湾湖村镇乡县市区州省城宫殿寺庙塔阁门路街桥河江海岛山岭峰口沟坡庄屯店厂场站社会团队军党派族人者员家学法性物品素料器具机车船床菜酒茶汤糖药病症树木草鸟鱼虫牛马猪石土沙赛杯奖节年月日周期权款费税率量力气色味声音语文字词句书画戏剧舞歌曲曰说道笑先生兄弟妹哥姐夫人氏公后帝王爷奶叔婶嫂娘婆]$/;
const PEOPLE = new Set(["nr", "nrt", "nrfg"]);

const lines = (path: string): string[] => readFileSync(path, "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
const transliteration = new Set(lines("rules/gazetteers/transliteration.tsv"));
const surnames = new Set(lines("rules/gazetteers/surnames.tsv").flatMap((line) => (/\t[12](\t|$)/.test(line) ? [line.split("\t")[0] as string] : [])));
const require = createRequire(import.meta.url);
const dictionary = readFileSync(join(dirname(require.resolve("@node-rs/jieba/dict")), "dict.txt"), "utf8");
const words: string[] = [];

for (const line of dictionary.split("\n")) {
  const [word, count, tag] = line.trim().split(" ");
  if (!word || !count || !tag || !/^[\u4e00-\u9fff]+$/u.test(word)) continue;
  if (Number(count) < LEAST_FREQUENCY || word.length > 6 || LEFT_OUT.has(tag)) continue;
  const pos = PEOPLE.has(tag) ? posOfPerson(word, tag, Number(count)) : (POS.get(tag) ?? tag);
  if (pos) words.push(`${word}\t${count}\t${pos}`);
}

const head = "# Derived from the dictionary of jieba, https://github.com/fxsjy/jieba (MIT licence), by tools/lexicon/make.ts.\n";
writeFileSync("rules/lexicon/common-words.tsv", `${head}word\tfrequency\tpos\n${words.sort().join("\n")}\n`);

/**
 * "nr" for what is most likely a person, "nrt" for one with a foreign name (or a foreign place), "nrw" for two characters
 * that may as well be a word (高峰). Pieces of foreign names and rare names are neither: they would only cut other names apart.
 */
function posOfPerson(word: string, tag: string, frequency: number): "nr" | "nrt" | "nrw" | "n" | undefined {
  const hasSurname = surnames.has(word[0] as string) || surnames.has(word.slice(0, 2));
  const isForeign = [...word].every((character) => transliteration.has(character));
  if (isForeign && (tag === "nrt" || word.length > 3 || !hasSurname)) return word.length > 2 ? "nrt" : undefined;
  if (hasSurname && word.length === 2) return "nrw";
  if (hasSurname && word.length === 3 && !THINGS.test(word)) return "nr";
  return frequency >= (LEAST_AS_NOUN[word.length] ?? Infinity) ? "n" : undefined;
}
