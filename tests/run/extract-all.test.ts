import { expect, test } from "vitest";
import type { Page } from "../../src/model/page.js";
import { extractAll, type RunOptions } from "../../src/run/extract-all.js";
import { loadRules } from "../../src/run/knowledge.js";
import { recordOf } from "../../src/run/record.js";

const knowledge = loadRules([]);
const cities = ["广州市", "深圳市", "珠海市", "臺北市", "高雄市", "成都市"];

test("any number of threads gives the same lines in the same order", async () => {
  const pages = Array.from({ length: 300 }, (_, number) =>
    page(number, `${"今天天气很好。".repeat(100 + (number % 7) * 60)}`),
  );
  const alone = await linesOf(pages, { threads: 1 });
  const together = await linesOf(pages, { threads: 2, aloneFor: 20_000 });
  expect(alone).toHaveLength(300);
  expect(together).toEqual(alone);
});

test("pages are read only a little ahead of the records that are taken", async () => {
  let read = 0;
  const source = async function* () {
    for (; read < 100_000; read++) yield page(read, "大家都说今年的雨下得比去年多。".repeat(70));
  };
  const records = extractAll(source(), { knowledge, packs: [], threads: 2, aloneFor: 0 });
  await records.next();
  expect(read).toBeGreaterThan(100);
  expect(read).toBeLessThan(3000);
  await records.return(undefined);
});

test("a fault of ours on one page becomes a problem that names the page", () => {
  const broken = {
    ...page(1, ""),
    get text(): string {
      throw new Error("boom");
    },
  };
  const { line, problems } = recordOf(broken, knowledge);
  expect(line).toBeUndefined();
  expect(problems).toMatchObject([{ where: "page-1.txt", what: expect.stringContaining("boom") }]);
});

function page(number: number, filling: string): Page {
  const text = `${cities[number % cities.length]}发布规划\n2023-01-02 来源:示例日报\n${cities[(number * 5) % cities.length]}发布《第${number}号规划》。${filling}\n`;
  return { id: `page-${number}`, path: `page-${number}.txt`, text, isClean: false, problems: [] };
}

async function linesOf(pages: readonly Page[], options: Partial<RunOptions>): Promise<(string | undefined)[]> {
  const source = async function* () {
    yield* pages;
  };
  const lines: (string | undefined)[] = [];
  for await (const { line } of extractAll(source(), { knowledge, packs: [], ...options })) lines.push(line);
  return lines;
}
