import { pinyin } from "pinyin-pro";
import { beforeAll, describe, expect, it } from "vitest";
import type { Knowledge } from "../../src/engine/load.js";
import type { DocumentFacts } from "../../src/model/facts.js";
import type { Page } from "../../src/model/page.js";
import { extract } from "../../src/pipeline.js";
import { readPages } from "../../src/read/index.js";
import { loadRules } from "../../src/run/knowledge.js";

// What mirrors do to a page without taking anything from it: the page says the same as before.

/** Change some of the characters that a pattern finds, the same ones each time. */
function some(text: string, pattern: RegExp, share: number, change: (character: string) => string): string {
  let state = 7;
  return text.replace(pattern, found => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648 < share ? change(found) : found;
  });
}

const HAN = /\p{Script=Han}/gu;
const PROSE = /^.*[。；].*$/gmu;
const inProse = (text: string, change: (line: string) => string): string => text.replace(PROSE, change);

const damages: Readonly<Record<string, (text: string) => string>> = {
  "reading aids in brackets": text => some(text, HAN, 0.1, one => `${one}(${pinyin(one)})`),
  "reading aids without brackets": text => some(text, HAN, 0.06, one => `${one}${pinyin(one)}`),
  "reading aids without tones": text => some(text, HAN, 0.06, one => `${one}(${pinyin(one, { toneType: "none" })})`),
  "zero-width characters": text => some(text, HAN, 0.1, one => `${one}\u200b`),
  "blanks between characters": text =>
    inProse(text, line => some(line, /\p{Script=Han}(?=\p{Script=Han})/gu, 0.05, one => `${one} `)),
  "blanks around figures": text =>
    inProse(text, line => line.replace(/(\p{Script=Han})(\d)/gu, "$1 $2").replace(/(\d)(\p{Script=Han})/gu, "$1 $2")),
  "blanks behind marks": text => inProse(text, line => line.replace(/([，、；])/gu, "$1 ")),
  "escaped blanks and quotation marks": text =>
    text.replace(/，/gu, "，&nbsp;").replace(/“/gu, "&ldquo;").replace(/”/gu, "&rdquo;"),
  "straight quotation marks": text => text.replace(/[“”「」]/gu, '"'),
  "doubled marks": text => some(text, /[，。、；]/gu, 0.3, one => one + one),
  "marks of half width": text => text.replace(/，/gu, ",").replace(/；/gu, ";"),
  "random strings behind marks": text => some(text, /[，。](?=\p{Script=Han})/gu, 0.1, one => `${one}x8K92Lq0ZpR7w`),
};

describe("a page that a mirror has damaged", () => {
  let knowledge: Knowledge;
  const pages: Page[] = [];
  const whole = new Map<Page, readonly string[]>();

  beforeAll(async () => {
    knowledge = loadRules([]);
    for await (const page of readPages(["examples/pages"])) if (!page.isClean) pages.push(page);
    for (const page of pages) whole.set(page, said(extract(page, knowledge)));
  });

  it.each(Object.entries(damages))("says the same with %s", (_, damage) => {
    expect([...whole.values()].flat().length).toBeGreaterThan(50);
    for (const page of pages)
      expect(said(extract({ ...page, text: damage(page.text) }, knowledge)), page.path).toEqual(whole.get(page));
  });
});

/** Relations and figures, by names as they are compared: whatever marks stand in them. */
function said({ entities, relations, indicators }: DocumentFacts): readonly string[] {
  const names = new Map(entities.map(({ id, name }) => [id, name.replace(/["“”「」\s]/gu, "")]));
  return [
    ...relations.map(({ subject, predicate, object }) => `${names.get(subject)} ${predicate} ${names.get(object)}`),
    ...indicators.map(({ subject, value, unit }) => `${names.get(subject)} ${value} ${unit}`),
  ].sort();
}
