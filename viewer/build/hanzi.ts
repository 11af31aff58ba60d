import { Converter } from "opencc-js/t2cn";
import { pinyin } from "pinyin-pro";
import type { Plugin } from "vite";

/**
 * `virtual:hanzi`: what search has to know of Chinese characters, in 100 KB instead of two libraries with their dictionaries.
 *
 *     simplified: "萬万與与…"               a traditional character, then its simplified one
 *     syllables:  "a啊阿吖|ai爱碍…"          a syllable without its tone, then each character that can be read so
 */
export function hanzi(): Plugin {
  const id = "virtual:hanzi";
  return {
    name: "hanzi",
    resolveId: wanted => (wanted === id ? `\0${id}` : undefined),
    load(wanted) {
      if (wanted !== `\0${id}`) return undefined;
      return `export const simplified = ${JSON.stringify(simplifiedPairs())};\nexport const syllables = ${JSON.stringify(syllableTable())};`;
    },
  };
}

function simplifiedPairs(): string {
  const simplify = Converter({ from: "t", to: "cn" });
  const pairs = ideographs().map(character => character + simplify(character));
  return pairs.filter(pair => pair.length === 2 && pair[0] !== pair[1]).join("");
}

function syllableTable(): string {
  const charactersOf = new Map<string, string>();
  for (const character of ideographs()) {
    for (const syllable of readingsOf(character))
      charactersOf.set(syllable, (charactersOf.get(syllable) ?? "") + character);
  }
  return [...charactersOf]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([syllable, characters]) => syllable + characters)
    .join("|");
}

function readingsOf(character: string): Set<string> {
  const readings = pinyin(character, { multiple: true, toneType: "none", type: "array", v: true });
  return new Set(readings.filter(reading => /^[a-z]+$/.test(reading)));
}

/** The characters of the block of Unicode that holds nearly every name. */
function ideographs(): string[] {
  return Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, index) => String.fromCharCode(0x4e00 + index));
}
