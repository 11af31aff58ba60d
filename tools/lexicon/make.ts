/**
 * Makes rules/lexicon/common-words.tsv and rules/lexicon/given-names.tsv from the dictionary of jieba (MIT), which
 * @node-rs/jieba ships: `npx tsx tools/lexicon/make.ts`.
 *
 * Common words tell where a name cannot begin or end; they name nothing. So names of people, places and organizations are
 * left out (our gazetteers know those), except frequent two-character words that the dictionary lists as names although
 * they are ordinary words (文明, 智慧). From its names of people come the characters that given names are made of.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const LEAST_FREQUENCY = 20;
const SURNAMES = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤",
);
const POS = new Map(
  Object.entries({ an: "n", l: "l", i: "l", nz: "n", ng: "n", vg: "v", vd: "v", vi: "v", ad: "d", ag: "a", tg: "t", dg: "d", uj: "u", ul: "u", uz: "u", uv: "u", ud: "u", ug: "u", zg: "g", rr: "r", rz: "r", rg: "r", mq: "q", vq: "v", mg: "m", df: "d" }),
);
const LEFT_OUT = new Set(["ns", "nt", "nr", "nrt", "nrfg", "eng", "x"]);

const require = createRequire(import.meta.url);
const dictionary = readFileSync(join(dirname(require.resolve("@node-rs/jieba/dict")), "dict.txt"), "utf8");
const words: string[] = [];
const given = new Map<string, number>();

for (const line of dictionary.split("\n")) {
  const [word, count, tag] = line.trim().split(" ");
  if (!word || !count || !tag || !/^[\u4e00-\u9fff]+$/u.test(word)) continue;
  const frequency = Number(count);
  if ((tag === "nr" || tag === "nrfg") && word.length === 3 && SURNAMES.has(word[0] ?? ""))
    for (const character of word.slice(1)) given.set(character, (given.get(character) ?? 0) + 1);
  if (frequency < LEAST_FREQUENCY || word.length > 6) continue;
  const isOrdinary = tag === "nr" && word.length === 2 && frequency >= 300 && !SURNAMES.has(word[0] ?? "");
  if (LEFT_OUT.has(tag) && !isOrdinary) continue;
  words.push(`${word}\t${frequency}\t${isOrdinary ? "n" : (POS.get(tag) ?? tag)}`);
}

const head = "# Derived from the dictionary of jieba, https://github.com/fxsjy/jieba (MIT licence), by tools/lexicon/make.ts.\n";
writeFileSync("rules/lexicon/common-words.tsv", `${head}word\tfrequency\tpos\n${words.sort().join("\n")}\n`);
const characters = [...given].filter(([, n]) => n >= 5).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
writeFileSync("rules/lexicon/given-names.tsv", `${head}character\tcount\n${characters.map(([c, n]) => `${c}\t${n}`).join("\n")}\n`);
