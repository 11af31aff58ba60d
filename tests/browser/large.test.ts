import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewerPage } from "../../viewer/embed.js";
import { launchChromium } from "./chromium.js";
import { type OpenPage, openFromDisk } from "./open-page.js";
import { largeGraph } from "./sample.js";

let browser: Browser;
let opened: OpenPage;

beforeAll(async () => {
  browser = await launchChromium();
  opened = await openFromDisk(browser, viewerPage({ graph: largeGraph(20_000, 60_000), documents: [] }));
});
afterAll(async () => {
  await opened?.close();
  await browser?.close();
});

describe("20,000 nodes and 60,000 relations", () => {
  test("are all there, drawn and arranged", async () => {
    expect(await opened.page.getByTestId("counts").textContent()).toBe("20,000 nodes, 60,000 relations");
    expect(await opened.page.locator(".progress").count()).toBe(0);
  });

  test("are searched, and the best answer chosen", async () => {
    const { page } = opened;
    await page.locator("#search").fill("xinping");
    expect(await page.locator("#hits [role=option]").count()).toBe(50);
    const first = await page.locator("#hits [role=option] .name").first().textContent();
    await page.locator("#search").press("Enter");
    expect(first).toMatch(/新平/);
    expect(await page.getByTestId("panel").locator("h2").textContent()).toBe(first);
  });

  test("are filtered and focused, with counts that agree", async () => {
    const { page } = opened;
    await page.getByRole("button", { name: "Only governs" }).click();
    expect(await page.getByTestId("counts").textContent()).toBe(
      `20,000 of 20,000 nodes, ${(Math.ceil(60_000 / 17)).toLocaleString("en-US")} of 60,000 relations`,
    );
    await page.getByRole("button", { name: "Show everything" }).click();
    expect(await page.getByTestId("counts").textContent()).toBe("20,000 nodes, 60,000 relations");
  });

  test("are a table of which only what is in sight is in the page", async () => {
    const { page } = opened;
    await page.locator(".tools .worded").click();
    expect(await page.getByTestId("table").locator(".hint").textContent()).toBe("20,000 rows");
    expect(await page.getByTestId("table").locator("tbody tr").count()).toBeLessThan(100);
    await page.locator(".rows").evaluate(rows => rows.scrollTo(0, 300_000));
    await expect
      .poll(() =>
        page.getByTestId("table").locator("tbody tr[aria-rowindex]").first().getAttribute("aria-rowindex").then(Number),
      )
      .toBeGreaterThan(8_000);
  });

  test("are no cause for an error or a request", () => expect(opened.faults).toEqual([]));
});
