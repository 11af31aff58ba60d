import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { viewerPage } from "../../viewer/embed.js";
import { launchChromium } from "./chromium.js";
import { arranged, type OpenPage, openFromDisk } from "./open-page.js";
import { sampleDocuments, sampleGraph } from "./sample.js";

let browser: Browser;
let opened: OpenPage;
let page: Page;
let fresh = 0;
const html = viewerPage({ graph: sampleGraph(), documents: sampleDocuments() });

beforeAll(async () => {
  browser = await launchChromium();
  opened = await openFromDisk(browser, html);
  page = opened.page;
});
afterAll(async () => {
  await opened?.close();
  await browser?.close();
});
beforeEach(async () => {
  await page.evaluate(number => {
    location.hash = `fresh=${number}`;
  }, ++fresh);
  await expect.poll(() => counts()).toBe("11 nodes, 13 relations");
  opened.faults.length = 0;
});

describe("search finds", () => {
  test.each([
    ["a part of a word", "一體化行動", "廣清一體化行動方案"],
    ["a name in the other script", "广清一体化行动", "廣清一體化行動方案"],
    ["a simplified name by traditional characters", "重慶", "重庆市"],
    ["pinyin", "linshumin", "林書敏"],
    ["pinyin of a part", "xingdong", "廣清一體化行動方案"],
    ["initials", "gqyth", "廣清一體化行動方案"],
    ["initials and syllables mixed", "guangqyt", "廣清一體化行動方案"],
    ["a character's other reading", "zhongqing", "重庆市"],
    ["an alias", "羊城", "廣州市"],
  ])("%s", async (_, query, found) => {
    await page.locator("#search").fill(query);
    expect(await page.locator("#hits [role=option] .name").allTextContents()).toContainEqual(
      expect.stringContaining(found),
    );
    await page.locator("#search").press("Escape");
  });

  test("with type and number of relations, the best first, by keyboard", async () => {
    const search = page.locator("#search");
    await page.keyboard.press("/");
    await page.keyboard.type("廣州");
    const options = page.locator("#hits [role=option]");
    expect(await options.first().textContent()).toMatch(/^廣州市Place · 6$/);
    await search.press("ArrowDown");
    const second = await options.nth(1).locator(".name").textContent();
    await search.press("Enter");
    expect(await heading()).toBe(second);
  });

  test("nothing, and says what to try", async () => {
    await page.locator("#search").fill("不存在的名稱");
    expect(await page.locator(".hits .hint").textContent()).toContain("Try a shorter part");
    await page.locator("#search").press("Escape");
  });
});

describe("filters", () => {
  test("by type, with counts that stay, and undo and redo", async () => {
    const place = page.locator(".legend .toggle", { hasText: /^Place/ });
    expect(await place.locator(".count").textContent()).toBe("4");
    await place.getByRole("checkbox").uncheck();
    expect(await counts()).toBe("7 of 11 nodes, 3 of 13 relations");
    expect(await place.locator(".count").textContent()).toBe("4");
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await counts()).toBe("11 nodes, 13 relations");
    await page.keyboard.press("Control+Shift+z");
    expect(await counts()).toBe("7 of 11 nodes, 3 of 13 relations");
  });

  test("by relation", async () => {
    await page.getByRole("button", { name: "Only located in" }).click();
    expect(await counts()).toBe("11 of 11 nodes, 2 of 13 relations");
  });

  test("by source", async () => {
    await page.locator(".legend summary", { hasText: "Sources" }).click();
    await page.locator(".legend .toggle", { hasText: "南方晚報" }).getByRole("checkbox").uncheck();
    expect(await counts()).toBe("5 of 11 nodes, 4 of 13 relations");
  });

  test("by degree", async () => {
    await page.locator(".more-filters input[type=range]").fill("3");
    expect(await counts()).toBe("4 of 11 nodes, 5 of 13 relations");
  });

  test("by time, with undated facts as a choice", async () => {
    await page.getByRole("slider", { name: "From" }).fill("10");
    expect(await page.locator(".time output").textContent()).toBe("2022-01 – 2022-07");
    expect(await counts()).toBe("5 of 11 nodes, 4 of 13 relations");
    await page.locator(".more-filters .toggle", { hasText: "Undated" }).getByRole("checkbox").uncheck();
    expect(await counts()).toBe("4 of 11 nodes, 3 of 13 relations");
    await page.getByRole("button", { name: "All dates" }).click();
    expect(await page.locator(".time output").textContent()).toBe("2021-03 – 2022-07");
  });

  test("that hide everything offer to show it again", async () => {
    for (const checkbox of await page.locator(".legend .group").first().getByRole("checkbox").all())
      await checkbox.uncheck();
    expect(await page.locator(".nothing").textContent()).toContain("The filters hide everything.");
    await page.locator(".nothing button").click();
    expect(await counts()).toBe("11 nodes, 13 relations");
  });

  test("time plays from the first month on", async () => {
    await page.getByRole("button", { name: "Play" }).click();
    expect(await page.locator(".time output").textContent()).toBe("2021-03");
    await expect.poll(() => page.locator(".time output").textContent()).toBe("2021-03 – 2021-04");
    await page.getByRole("button", { name: "Pause" }).click();
  });
});

describe("between nodes", () => {
  test("focus shows what is near, one to three steps", async () => {
    await choose("重庆市");
    await page.getByRole("button", { name: "Neighbours" }).click();
    expect(await counts()).toBe("2 of 11 nodes, 1 of 13 relations");
    await page.keyboard.press("2");
    expect(await counts()).toBe("6 of 11 nodes, 6 of 13 relations");
    await page.keyboard.press("3");
    expect(await counts()).toBe("10 of 11 nodes, 13 of 13 relations");
    await page.getByRole("button", { name: "Leave focus" }).click();
    expect(await counts()).toBe("11 nodes, 13 relations");
  });

  test("all shortest paths are found, each step with its evidence", async () => {
    await choose("林書敏");
    await page.getByRole("button", { name: "Path from here …" }).click();
    await choose("廣東省", false);
    const between = page.getByTestId("between");
    expect(await between.locator("h3").first().textContent()).toBe("2 shortest paths, 2 steps");
    expect(await between.locator(".path summary").allTextContents()).toEqual([
      "Path 1: 林書敏 → 廣州市 → 廣東省",
      "Path 2: 林書敏 → 清遠市 → 廣東省",
    ]);
    expect(await between.locator(".path").first().locator("blockquote").allTextContents()).toEqual([
      "廣州市副市長林書敏出席會議。",
      "廣州市位於廣東省。",
    ]);
    expect(await between.locator("h3").nth(1).textContent()).toBe("2 common neighbours");
  });

  test("no path is said to be none", async () => {
    await page.evaluate(() => {
      location.hash = "from-node=place:440000&to-node=organization:hostile";
    });
    await page.getByTestId("between").waitFor();
    expect(await page.getByTestId("between").locator("h3").allTextContents()).toEqual([
      "No path leads from one to the other over what is visible now.",
      "They share no neighbour.",
    ]);
  });
});

describe("the palette", () => {
  test("runs a command by a few letters, and finds nodes", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("circles");
    await page.keyboard.press("Enter");
    await arranged(page);
    expect(await page.getByRole("combobox", { name: "Layout" }).inputValue()).toBe("circles");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("qys");
    expect(await page.locator(".palette [role=option]").first().textContent()).toContain("清遠市");
    await page.keyboard.press("Enter");
    expect(await heading()).toBe("清遠市");
  });
});

describe("the address", () => {
  test("holds the view, and brings it back in another window", async () => {
    await choose("清遠市");
    await page
      .locator(".legend .toggle", { hasText: /^Event/ })
      .getByRole("checkbox")
      .uncheck();
    await page.getByRole("combobox", { name: "Colours" }).selectOption("community");
    await page.getByRole("button", { name: "Zoom in" }).click();
    await expect
      .poll(() => page.evaluate(() => location.hash))
      .toMatch(/node=place:441800.*hide=event.*color=community.*camera=/);
    const hash = await page.evaluate(() => location.hash);
    const other = await openFromDisk(browser, html, { hash });
    expect(await other.page.getByTestId("panel").locator("h2").textContent()).toBe("清遠市");
    expect(await other.page.getByTestId("counts").textContent()).toBe("10 of 11 nodes, 12 of 13 relations");
    await expect.poll(() => other.page.evaluate(() => location.hash)).toBe(hash);
    await other.close();
  });

  test("of another graph is read as far as it goes", async () => {
    const other = await openFromDisk(browser, html, {
      hash: "#node=nobody&focus=9,x&degree=-4&from=yesterday&layout=spiral&camera=a,b",
    });
    expect(await other.page.getByTestId("counts").textContent()).toBe("11 nodes, 13 relations");
    expect(other.faults).toEqual([]);
    await other.close();
  });
});

test("nothing of all this is an error or a request", () => expect(opened.faults).toEqual([]));

function counts(): Promise<string | null> {
  return page.getByTestId("counts").textContent();
}

function heading(): Promise<string | null> {
  return page.getByTestId("panel").locator("h2").textContent();
}

async function choose(name: string, isShown = true): Promise<void> {
  await page.locator("#search").fill(name);
  await page.locator("#search").press("Enter");
  if (isShown)
    await page
      .getByTestId("panel")
      .locator("h2", { hasText: new RegExp(`^${name}$`) })
      .waitFor();
}
