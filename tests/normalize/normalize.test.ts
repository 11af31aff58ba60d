import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condense } from "../../src/clean/condense.js";
import type { DocumentFacts, MentionRecord } from "../../src/model/facts.js";
import { inWholeText, normalize, normalizeText } from "../../src/normalize/index.js";

describe("normalizeText", () => {
  const cases: ReadonlyArray<readonly [text: string, normal: string]> = [
    ["臺南市２０２２年（修訂）計畫", "台南市2022年(修订)计划"],
    ["衞生防護中心，峯會，羣眾", "卫生防护中心,峰会,群众"],
    ["爲什麼裏面製造於此", "为什么里面制造于此"],
    ["台北 台州 后海 皇后 以後", "台北 台州 后海 皇后 以后"],
    ["沿著港口、沿着港口", "沿着港口、沿着港口"],
    ["「規劃」《條例》。、", "「规划」《条例》。、"],
    ["組長：韓　正", "组长:韩 正"],
    ["卡洛斯•桑切斯・阿爾瓦", "卡洛斯·桑切斯·阿尔瓦"],
    ["一幅畫，企畫，規畫", "一幅画,企划,规划"],
    ["台南巿的福利與褔氣，⾏人", "台南市的福利与福气,行人"],
    ["", ""],
  ];
  it.each(cases)("%s", (text, normal) => expect(normalizeText(text)).toBe(normal));

  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."臺台灣計畫畫划（），　衞爲𠵾\ud800\udc00\ufeff") }),
  );

  it("keeps the length, code unit for code unit", () => {
    fc.assert(fc.property(texts, text => normalizeText(text).length === text.length));
  });

  it("changes nothing the second time", () => {
    fc.assert(fc.property(texts, text => normalizeText(normalizeText(text)) === normalizeText(text)));
  });

  it("maps each code unit by itself, so that a span cuts the same words out of both forms", () => {
    const calm = texts.filter(text => !/[畫画]/u.test(text));
    fc.assert(
      fc.property(calm, fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        return normalizeText(text).slice(start, end) === normalizeText(text.slice(start, end));
      }),
    );
  });

  it("leaves a character whose simplified form needs two code units as it is", () => {
    expect(normalizeText("㜏𡞱")).toBe("㛣𡞱");
    expect(normalizeText("㜢")).toBe("㜢");
  });
});

describe("normalize", () => {
  it("adds the normal form and keeps the text", () => {
    const document = { id: "a", path: "a.txt", text: "廣州市，二〇二一年", dropped: [], problems: [] };
    expect(normalize(document)).toEqual({ ...document, normal: "广州市,二〇二一年" });
  });

  it("reads a text without the blanks in its sentences, and leads facts back to where they stand in it", () => {
    const document = { id: "a", path: "a.txt", text: "　　海港 市投資 30 億元。", dropped: [], problems: [] };
    const normal = normalize(document);
    expect(normal.text).toBe("　　海港市投資30億元。");
    const facts = factsWith({ entity: "e1", type: "place", start: 2, end: 5, rule: "a-rule" });
    const [mention] = inWholeText(facts, normal).mentions;
    expect(document.text.slice(mention!.start, mention!.end)).toBe("海港 市");
    expect(inWholeText(facts, normal).text).toBe(document.text);
  });
});

describe("condense", () => {
  const texts = fc.string({ unit: fc.constantFrom(...'海港市。，、 \u3000\n3aB"“”\u200b') });

  it("leaves out nothing but white space and zero-width characters, and knows where each character stood", () => {
    fc.assert(
      fc.property(texts, text => {
        const { text: dense, places } = condense(text);
        if (!places) return dense === text;
        const isSame = (at: number): boolean =>
          dense[at] === text[places[at]!] || /[“” ]/u.test(dense[at]!) || text[places[at]!] === '"';
        const kept = new Set(places);
        return (
          places.length === dense.length &&
          [...dense].every((_, at) => isSame(at) && (at === 0 || places[at]! > places[at - 1]!)) &&
          [...text].every((character, at) => kept.has(at) || /[\s\u200b]/u.test(character))
        );
      }),
    );
  });

  it("finds nothing to leave out the second time", () => {
    fc.assert(
      fc.property(texts, text => {
        const once = condense(text).text;
        return condense(once).text === once;
      }),
    );
  });
});

function factsWith(mention: MentionRecord): DocumentFacts {
  return {
    id: "a",
    path: "a.txt",
    text: "",
    mentions: [mention],
    entities: [],
    relations: [],
    indicators: [],
    dropped: [],
  };
}
