import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildGraph } from "../../graph/build.js";
import { buildPage } from "../../src/cli/page.js";
import type { DocumentFacts } from "../../src/model/facts.js";
import { extract } from "../../src/pipeline.js";
import { readPages } from "../../src/read/index.js";
import { loadRules } from "../../src/run/knowledge.js";
import { launchChromium } from "./chromium.js";
import { type OpenPage, openFromDisk } from "./open-page.js";

const LARGEST_FILE = 1_500_000;

/** What a newcomer sees first: the page that the README's command makes of examples/. */
describe("the page of the examples", () => {
  let browser: Browser;
  let opened: OpenPage;
  let html: string;
  beforeAll(async () => {
    const knowledge = loadRules([]);
    const facts: DocumentFacts[] = [];
    for await (const page of readPages(["examples/pages"])) facts.push(extract(page, knowledge));
    html = buildPage(buildGraph(facts, knowledge.schema), facts, knowledge).html;
    browser = await launchChromium();
    opened = await openFromDisk(browser, html);
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  test("opens from the disk without an error or a request, and is small enough to send on", async () => {
    expect(await opened.page.getByTestId("counts").textContent()).toMatch(/^\d{3} nodes, \d{3} relations$/);
    expect(Buffer.byteLength(html)).toBeLessThan(LARGEST_FILE);
    expect(opened.faults).toEqual([]);
  });

  test("finds a plan by its initials, and shows the sentences and the rule behind it", async () => {
    const { page } = opened;
    await page.getByRole("combobox", { name: "Search names" }).fill("ygadwqfzghgy");
    await page.keyboard.press("Enter");
    const panel = page.getByTestId("panel");
    expect(await panel.locator("h2").first().textContent()).toContain("粤港澳大湾区发展规划纲要");
    await panel.getByRole("button", { name: "plan-in-title-marks" }).first().click();
    expect(await page.getByTestId("rule").textContent()).toContain("plan-in-title-marks");
    expect(opened.faults).toEqual([]);
  });
});
