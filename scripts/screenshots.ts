/** Makes pictures of the viewer's main states from the examples, into docs/images/. The README shows two of them. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { readGraphJson } from "../graph/serialize.js";
import { launchChromium } from "../tests/browser/chromium.js";
import { arranged } from "../tests/browser/open-page.js";
import { viewerPage } from "../viewer/embed.js";

interface Shot {
  readonly name: string;
  readonly address?: string;
  readonly size?: readonly [number, number];
  readonly scheme?: "dark";
  readonly locale?: string;
  readonly page?: "comparison";
  readonly prepare?: (page: Page) => Promise<void>;
}

const shots: readonly Shot[] = [
  { name: "viewer", address: "node=place:440000", size: [1280, 800] },
  { name: "viewer-dark", scheme: "dark", size: [1280, 800], locale: "zh-TW" },
  { name: "start", locale: "zh-CN" },
  {
    name: "edge",
    prepare: page =>
      page
        .locator(".start .row, .panel .row")
        .first()
        .click()
        .then(() => page.locator(".fact .row").first().click()),
  },
  {
    name: "document",
    prepare: page =>
      page
        .locator(".panel .row")
        .first()
        .click()
        .then(() => page.locator(".evidence .origin button").first().click()),
  },
  { name: "search", prepare: page => page.locator("#search").fill("gd") },
  { name: "palette", prepare: page => page.keyboard.press("Control+k") },
  { name: "path", address: "from-node=place:440300&to-node=place:440100", locale: "zh-TW" },
  { name: "focus", address: "node=place:440300&focus=2,place:440300" },
  { name: "table", address: "view=table" },
  { name: "circles", address: "layout=circles" },
  { name: "hierarchy", address: "layout=hierarchy" },
  { name: "communities", address: "color=community&size=betweenness" },
  { name: "geographic", address: "layout=geographic", locale: "zh-CN" },
  { name: "comparison", page: "comparison" },
  { name: "phone", size: [390, 844], locale: "zh-TW" },
  { name: "phone-node", size: [390, 844], address: "node=place:440000", scheme: "dark", locale: "zh-CN" },
  { name: "phone-legend", size: [390, 844], prepare: page => page.locator(".only-narrow").first().click() },
  { name: "wide", size: [2200, 1200], locale: "zh-TW" },
];

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const work = "out/screenshots";
mkdirSync("docs/images", { recursive: true });
execFileSync(
  process.execPath,
  ["--import", "tsx", "src/cli/main.ts", "build", "examples/pages", "-o", work, "--quiet"],
  { stdio: "inherit" },
);
writeFileSync(`${work}/comparison.html`, comparison());

const wanted = process.argv.slice(2);
const browser = await launchChromium();
for (const shot of shots) if (wanted.length === 0 || wanted.includes(shot.name)) await take(browser, shot);
await browser.close();

async function take(
  browser: Browser,
  { name, address = "", size = [1440, 900], scheme, locale = "en-GB", page: file, prepare }: Shot,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: size[0], height: size[1] },
    colorScheme: scheme ?? "light",
    locale,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(`${work}/${file ?? "index"}.html`)}#${address}`);
  await arranged(page);
  await prepare?.(page);
  // A frame for the picture to follow.
  await page.waitForTimeout(500);
  await page.screenshot({ path: `docs/images/${name}.png` });
  await context.close();
}

/** The examples' graph beside a state of it that lacks the facts of three documents. */
function comparison(): string {
  const after = readGraphJson(readFileSync(`${work}/graph.json`, "utf8"), "graph.json");
  const before = after.copy();
  const gone = new Set((after.getAttribute("documents") as { id: string }[]).slice(0, 3).map(({ id }) => id));
  const isGone = (evidence: readonly { document: string }[]) =>
    evidence.length > 0 && evidence.every(({ document }) => gone.has(document));
  before.forEachNode((node, { evidence }) => isGone(evidence) && before.dropNode(node));
  return viewerPage({ graph: after, documents: [], before });
}
