import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewerPage } from "../../viewer/embed.js";
import { launchChromium } from "./chromium.js";
import { openFromDisk } from "./open-page.js";
import { sampleDocuments, sampleGraph } from "./sample.js";

let browser: Browser;
const before = sampleGraph();
before.dropNode("place:500000");
const html = viewerPage({ graph: sampleGraph(), documents: sampleDocuments() });
const comparison = viewerPage({ graph: sampleGraph(), documents: sampleDocuments(), before });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } satisfies BrowserContextOptions;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe("axe finds nothing", () => {
  test.each([
    ["at the start", "", undefined, {}],
    ["at a node, in the dark", "#node=place:441800", undefined, { colorScheme: "dark" }],
    ["at a relation", "#edge=place:441800|located_in|place:440000", undefined, {}],
    ["in the table, in the dark", "#view=table", undefined, { colorScheme: "dark" }],
    ["at a path", "#from-node=person:林书敏@place:440100&to-node=place:440000", undefined, {}],
    ["in the palette", "", "Control+k", {}],
    ["in the help", "", "?", {}],
    ["in search", "", "/", {}],
    ["on a phone", "#node=place:441800", undefined, phone],
  ] as const)("%s", async (_, hash, key, options) => {
    const opened = await openFromDisk(browser, html, { hash, ...options });
    if (key) await opened.page.keyboard.press(key);
    if (key === "/") await opened.page.keyboard.type("清");
    expect(await violations(opened.page)).toEqual([]);
    await opened.close();
  });

  test("in a comparison", async () => {
    const opened = await openFromDisk(browser, comparison);
    expect(await violations(opened.page)).toEqual([]);
    await opened.close();
  });
});

describe("languages", () => {
  test.each([
    ["zh-TW", "zh-Hant", "地點"],
    ["zh-HK", "zh-Hant", "地點"],
    ["zh-CN", "zh-Hans", "地点"],
    ["en-GB", "en", "Place"],
    ["fr-FR", "en", "Place"],
  ])("%s reads %s", async (locale, language, place) => {
    const { page, close } = await openFromDisk(browser, html, { locale });
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.locator(".legend .toggle .name").first().textContent()).toBe(place);
    await close();
  });

  test("and look can be chosen, and are remembered", async () => {
    const { page, close } = await openFromDisk(browser, html);
    await page.getByRole("combobox", { name: "Language" }).selectOption("zh-Hant");
    await page.getByRole("combobox", { name: "外觀" }).selectOption("dark");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await page.locator("body").evaluate(body => getComputedStyle(body).backgroundColor)).toBe("rgb(22, 24, 27)");
    await page.reload();
    await page.getByTestId("counts").waitFor();
    expect(await page.getByTestId("counts").textContent()).toBe("11 個節點，13 條關係");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await close();
  });

  test("relations are sentences in each", async () => {
    const { page, close } = await openFromDisk(browser, html, {
      locale: "zh-TW",
      hash: "#edge=place:441800|located_in|place:440000",
    });
    expect(await page.getByTestId("panel").locator("h2").textContent()).toBe("清遠市位於廣東省");
    await close();
  });
});

describe("without a mouse", () => {
  test("everything is reached by the keyboard, and the focus is seen", async () => {
    const { page, close } = await openFromDisk(browser, html);
    const reached = new Set<string>();
    for (let press = 0; press < 90; press++) {
      await page.keyboard.press("Tab");
      const { name, outline } = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        return {
          name: element.id || element.className || element.tagName,
          outline: getComputedStyle(element).outlineStyle,
        };
      });
      if (name !== "BODY") expect(outline).not.toBe("none");
      reached.add(name);
    }
    for (const name of ["search", "canvas", "worded", "row", "only"]) expect(reached).toContain(name);
    await close();
  });

  test("a node is found, its relation read and its document opened and closed by keys alone", async () => {
    const { page, close } = await openFromDisk(browser, html);
    await page.keyboard.press("/");
    await page.keyboard.type("qingyuan");
    await page.keyboard.press("Enter");
    const fact = page.getByTitle(/^清遠市 lies in 廣東省/);
    await fact.focus();
    await page.keyboard.press("Enter");
    expect(await page.getByTestId("panel").locator("h2").textContent()).toBe("清遠市 lies in 廣東省");
    const origin = page.locator(".origin button").first();
    await origin.focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("document").waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("document").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    expect(await page.getByTestId("panel").locator("h2").textContent()).toBe("清遠市");
    await close();
  });

  test("screen readers hear the selection, and have its relations as a list", async () => {
    const { page, close } = await openFromDisk(browser, html, { hash: "#node=place:440000" });
    await expect.poll(() => page.locator("[aria-live=polite]").textContent()).toBe("廣東省, Place, 2 relations");
    const list = page.getByRole("region", { name: "Relations of 廣東省" });
    expect(await list.getByRole("listitem").count()).toBe(2);
    await close();
  });
});

describe("on a phone", () => {
  test("nothing is wider than the screen, and the filters and a node open as sheets", async () => {
    const opened = await openFromDisk(browser, html, phone);
    const { page } = opened;
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole("button", { name: "Legend and filters" }).tap();
    await page.getByRole("dialog").getByRole("checkbox").first().uncheck();
    await page.getByRole("button", { name: "Close" }).tap();
    expect(await page.getByTestId("counts").textContent()).toBe("7 of 11 nodes, 3 of 13 relations");
    await page.locator("#search").tap();
    await page.keyboard.type("gqyth");
    await page.locator("#hits [role=option]").first().tap();
    const panel = (await page.getByTestId("panel").boundingBox())!;
    expect([panel.x, panel.width]).toEqual([0, 390]);
    expect(opened.faults).toEqual([]);
    await opened.close();
  });

  test("a finger chooses a node, and what it taps is large enough", async () => {
    const { page, close } = await openFromDisk(browser, html, { ...phone, hash: "#focus=1,organization:hostile" });
    await page.waitForTimeout(300);
    const box = (await page.getByTestId("picture").boundingBox())!;
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    const heights = await page
      .locator(".tools button:visible, .zoom button")
      .evaluateAll(all => all.map(one => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(40);
    await close();
  });
});

describe("the table", () => {
  test("is sorted by any column, and linked with the selection", async () => {
    const { page, close } = await openFromDisk(browser, html, { hash: "#view=table" });
    await page.getByTitle("Sort by Relations").click();
    await page.getByTitle("Sort by Relations").click();
    const rows = page.getByTestId("table").locator("tbody tr");
    expect(await rows.first().locator("td").first().textContent()).toBe("廣州市");
    await rows.first().locator("button").click();
    expect(await page.getByTestId("panel").locator("h2").textContent()).toBe("廣州市");
    expect(await rows.first().getAttribute("aria-selected")).toBe("true");
    await page.locator(".table .segments button").last().click();
    expect(await page.getByTestId("table").locator(".hint").textContent()).toBe("13 rows");
    await close();
  });

  test("stands in where there is no WebGL, and says why", async () => {
    const bare = await launchChromium({ hasWebGl: false });
    const { page, faults, close } = await openFromDisk(bare, html);
    expect(await page.getByRole("alert").textContent()).toContain("needs WebGL");
    expect(await page.getByTestId("table").locator("tbody tr").count()).toBe(11);
    await page.locator("#search").fill("gqyth");
    await page.keyboard.press("Enter");
    expect(await page.getByTestId("panel").locator("h2").textContent()).toBe("廣清一體化行動方案");
    expect(faults).toEqual([]);
    await close();
    await bare.close();
  });
});

interface Violations {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

async function violations(page: Page): Promise<string[]> {
  // Evaluated by the driver: the page's policy would let no script in.
  const found = (await page.evaluate(`${axe}; axe.run(document)`)) as Violations;
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary}`),
  );
}
