/**
 * Measures the viewer in a real browser on made graphs of 5,000, 20,000 and 100,000 nodes with three edges a node: from
 * opening the page to the first picture that can be used, and to the end of the layout; then how soon selection and search
 * answer. Beside it, plain sigma with graphology-graphml and graphology's ForceAtlas2 on the same graph as a GraphML file.
 *
 *     node --import tsx bench/viewer.ts [NODES...]
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { graphmlString } from "../graph/export/graphml.js";
import { launchChromium } from "../tests/browser/chromium.js";
import { largeGraph } from "../tests/browser/sample.js";
import { viewerPage } from "../viewer/embed.js";

/** What someone would write in an hour: parse, start at random, 50 rounds of ForceAtlas2, draw. */
const plainSource = `
import { MultiDirectedGraph } from "graphology";
import { parse } from "graphology-graphml/browser";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { Sigma } from "sigma";
const graph = parse(MultiDirectedGraph, JSON.parse(document.getElementById("data").textContent));
graph.forEachNode((node, { label }) => graph.replaceNodeAttributes(node, { label, x: Math.random(), y: Math.random(), size: 2 }));
graph.forEachEdge(edge => graph.replaceEdgeAttributes(edge, {}));
forceAtlas2.assign(graph, { iterations: 50, settings: forceAtlas2.inferSettings(graph) });
new Sigma(graph, document.getElementById("graph"));
performance.mark("plain-arranged");
`;

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5_000, 20_000, 100_000];
const folder = mkdtempSync(join(tmpdir(), "viewer-bench-"));
const browser = await launchChromium();
try {
  const plainScript = await builtPlain();
  for (const order of sizes) {
    const graph = largeGraph(order, order * 3);
    const ours = await measureOurs(browser, viewerPage({ graph, documents: [] }));
    const plain = await measurePlain(
      browser,
      plainScript,
      graphmlString(graph, {
        nodeAttributes: (_, { label, type }) => ({ label, type }),
        edgeAttributes: (_, { predicate }) => ({ predicate }),
      }),
    );
    console.log(JSON.stringify({ nodes: order, edges: order * 3, ours, plain }));
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measureOurs(browser: Browser, html: string) {
  const page = await opened(browser, html);
  const pictured = await seconds(page, "policygraph-pictured");
  const arranged = await seconds(page, "policygraph-arranged");
  const search = await answer(async () => {
    await page.locator("#search").fill("");
    return page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>("#search")!;
      input.focus();
      input.value = "xinping";
      const started = performance.now();
      return new Promise<number>(resolve => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector("#hits [role=option]")) return;
          observer.disconnect();
          resolve(performance.now() - started);
        }).observe(document.body, { childList: true, subtree: true });
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
    });
  });
  const selection = await answer(async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    return page.evaluate(() => {
      const started = performance.now();
      return new Promise<number>(resolve => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector(".panel article")) return;
          observer.disconnect();
          resolve(performance.now() - started);
        }).observe(document.body, { childList: true, subtree: true });
        document.querySelector<HTMLElement>(".panel .row")!.click();
      });
    });
  });
  await page.context().close();
  return { pictured, arranged, searchMs: search, selectionMs: selection };
}

async function measurePlain(browser: Browser, script: string, graphml: string) {
  const data = JSON.stringify(graphml).replaceAll("<", "\\u003c");
  const page = await opened(
    browser,
    `<!doctype html><meta charset="utf-8"><div id="graph" style="width:1400px;height:850px"></div><script type="application/json" id="data">${data}</script><script type="module">${script}</script>`,
  );
  const arranged = await seconds(page, "plain-arranged");
  await page.context().close();
  return { arranged };
}

async function opened(browser: Browser, html: string): Promise<Page> {
  const path = join(folder, "page.html");
  writeFileSync(path, html);
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" })
  ).newPage();
  page.on("pageerror", error => console.error(error));
  await page.goto(pathToFileURL(path).href, { waitUntil: "commit" });
  return page;
}

/** When a mark was set, in seconds after the page began to open. */
async function seconds(page: Page, mark: string): Promise<number> {
  await page.waitForFunction(name => performance.getEntriesByName(name).length > 0, mark, { timeout: 600_000 });
  const time = await page.evaluate(name => performance.getEntriesByName(name)[0]!.startTime, mark);
  return Number((time / 1000).toFixed(2));
}

/** The middle of five. */
async function answer(once: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 5; time++) times.push(await once());
  return Math.round(times.sort((one, other) => one - other)[2]!);
}

async function builtPlain(): Promise<string> {
  const entry = join(folder, "plain.ts");
  writeFileSync(entry, plainSource);
  const root = fileURLToPath(new URL("..", import.meta.url));
  const result = await build({
    root,
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    resolve: {
      alias: Object.fromEntries(
        ["graphology", "graphology-graphml/browser", "graphology-layout-forceatlas2", "sigma"].map(name => [
          name,
          fileURLToPath(import.meta.resolve(name)),
        ]),
      ),
    },
    build: { write: false, lib: { entry, formats: ["es"] } },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !("output" in bundle)) throw new Error("Vite watches instead of building.");
  return bundle.output[0].code.replaceAll("</script", "<\\/script");
}
