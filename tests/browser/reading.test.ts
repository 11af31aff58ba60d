import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewerPage } from "../../viewer/embed.js";
import { launchChromium } from "./chromium.js";
import { type OpenPage, openFromDisk, openFromServer } from "./open-page.js";
import { hostileName, sampleDocuments, sampleGraph } from "./sample.js";

let browser: Browser;
const html = viewerPage({ graph: sampleGraph(), documents: sampleDocuments() });

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe.each([
  ["the disk", openFromDisk],
  ["a server", openFromServer],
] as const)("a page from %s", (_, open) => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await open(browser, html);
  });
  afterAll(() => opened?.close());

  test("draws the graph and counts it, without an error or a request", async () => {
    expect(await opened.page.getByTestId("counts").textContent()).toBe("11 nodes, 13 relations");
    expect(await opened.page.locator("canvas.sigma-nodes").count()).toBe(1);
    expect(opened.faults).toEqual([]);
  });

  test("forbids requests and scripts by its policy", async () => {
    const reached = await opened.page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.ran = 1";
      document.head.append(script);
      const answer = await fetch("data:text/plain,hello").then(
        () => "answered",
        () => "refused",
      );
      return { answer, ran: "ran" in window };
    });
    expect(reached).toEqual({ answer: "refused", ran: false });
    opened.faults.length = 0;
  });

  test("shows a hostile name as text", async () => {
    const { page } = opened;
    await page.getByRole("combobox", { name: "Search names" }).fill("onerror");
    await page.keyboard.press("Enter");
    const title = await page.getByTestId("panel").locator("h2").textContent();
    expect(title!.replace(/\s/g, "")).toBe(hostileName.replace(/\s/g, ""));
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    expect(await page.locator("img").count()).toBe(0);
    expect(opened.faults).toEqual([]);
  });
});

describe("reading", () => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openFromDisk(browser, html);
  });
  afterAll(() => opened?.close());

  test("a node shows both scripts, aliases, figures with bars, and facts", async () => {
    const { page } = opened;
    await choose("清遠市");
    const panel = page.getByTestId("panel");
    expect(await panel.locator(".other-script").textContent()).toBe("清远市");
    expect(await panel.locator(".aliases").textContent()).toContain("清远");
    expect(await panel.locator(".figures tbody tr").allTextContents()).toEqual([
      expect.stringContaining("375 家"),
      expect.stringContaining("310 家"),
    ]);
    const [longer, shorter] = await panel
      .locator(".measure")
      .evaluateAll(bars => bars.map(bar => bar.getBoundingClientRect().width));
    expect(longer).toBeGreaterThan(shorter!);
    expect(await panel.getByTitle(/^清遠市 lies in 廣東省/).count()).toBe(1);
  });

  test("an official's posts stand in the order of time, a former one marked", async () => {
    await choose("林書敏");
    const posts = await opened.page.locator(".career li").allTextContents();
    expect(posts).toEqual(["2022-07清遠市 市长former", "2021-03廣州市 副市長"]);
  });

  test("an agency lists what it issued", async () => {
    await choose("清遠市人民政府");
    expect(await opened.page.getByTestId("panel").getByText("Plans and policies").count()).toBe(1);
    expect(await opened.page.getByTitle(/^清遠市人民政府 issues 廣清一體化行動方案/).count()).toBe(1);
  });

  test("a relation shows its sentence with the words marked, document, date and rule", async () => {
    const { page } = opened;
    await choose("林書敏");
    await page.locator(".career button").last().click();
    const panel = page.getByTestId("panel");
    expect(await panel.locator("h2").textContent()).toBe("林書敏 holds a post at 廣州市");
    const evidence = page.getByTestId("evidence").locator("li");
    expect(await evidence.locator("blockquote").textContent()).toBe("廣州市副市長林書敏出席會議。");
    expect(await evidence.locator("mark").allTextContents()).toEqual(["廣州市", "林書敏"]);
    expect(await evidence.locator(".origin").textContent()).toBe(
      "廣清一體化推進會在清遠召開南方晚報2021-03-05sample-rule",
    );
  });

  test("the whole document opens at the evidence, with every mention a way to its node", async () => {
    const { page } = opened;
    await page.getByRole("button", { name: "廣清一體化推進會在清遠召開" }).first().click();
    const text = page.getByTestId("document");
    expect((await text.locator(".here").allTextContents()).join("")).toBe("廣州市副市長林書敏出席會議。");
    await text.locator(".mention", { hasText: "廣清一體化行動方案" }).click();
    expect(await page.getByTestId("panel").locator("h2").textContent()).toBe("廣清一體化行動方案");
    expect(await page.locator("dialog").count()).toBe(0);
    expect(opened.faults).toEqual([]);
  });

  async function choose(name: string): Promise<void> {
    const search = opened.page.getByRole("combobox", { name: "Search names" });
    await search.fill(name);
    await search.press("Enter");
    await opened.page
      .getByTestId("panel")
      .locator("h2", { hasText: new RegExp(`^${name}$`) })
      .waitFor();
  }
});

test("data that was cut off on its way is told, not a blank page", async () => {
  const cut = html.replace(/(id="page-data">.{200}).*?<\/script>/s, "$1</script>");
  const { page, close } = await openFromDisk(browser, cut);
  expect(await page.getByRole("alert").textContent()).toContain("can't be read");
  await close();
});
