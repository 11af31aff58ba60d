import { readFileSync } from "node:fs";
import { MultiDirectedGraph } from "graphology";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diffGraphs } from "../../graph/diff.js";
import { viewerPage } from "../../viewer/embed.js";
import { launchChromium } from "./chromium.js";
import { arranged, type OpenPage, openFromDisk } from "./open-page.js";
import { sampleDocuments, sampleGraph } from "./sample.js";

let browser: Browser;
const html = viewerPage({ graph: sampleGraph(), documents: sampleDocuments() });

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe("layouts", () => {
  test("are the same for the same graph each time", async () => {
    const [first, second] = [await drawnAt(""), await drawnAt("")];
    expect(first).toEqual(second);
    expect(new Set(Object.values(first).map(String)).size).toBe(11);
  });

  test("circles keep types together", async () => {
    const at = await drawnAt("#layout=circles");
    const between = (one: string, other: string) =>
      Math.hypot(at[one]![0] - at[other]![0], at[one]![1] - at[other]![1]);
    expect(between("廣州市", "清遠市")).toBeLessThan(between("廣州市", "清遠市人民政府"));
    expect(between("广州市人民政府", "清遠市人民政府")).toBeLessThan(between("广州市人民政府", "廣州市"));
  });

  test("the hierarchy puts a province above its cities, and these above their organs", async () => {
    const at = await drawnAt("#layout=hierarchy");
    expect(at["廣東省"]![1]).toBeLessThan(at["廣州市"]![1]);
    expect(at["廣州市"]![1]).toBeLessThan(at["广州市人民政府"]![1]);
    expect(at["广州市人民政府"]![1]).toBeLessThan(at["广州市交通运输局"]![1]);
  });

  test("the map puts places where they lie, others near theirs, on coastlines that come with the page", async () => {
    const opened = await openFromDisk(browser, html, { hash: "#layout=geographic" });
    const svg = await saved(opened.page, "Picture (SVG)");
    const at = circles(svg);
    expect(at["重庆市"]![0]).toBeLessThan(at["清遠市"]![0]);
    expect(at["重庆市"]![1]).toBeLessThan(at["清遠市"]![1]);
    expect(at["清遠市"]![1]).toBeLessThan(at["廣州市"]![1]);
    expect(svg.match(/<path fill="none" stroke="#cfd6d4" d="([^"]+)"/)![1]!.split("M").length).toBeGreaterThan(100);
    expect(await opened.page.locator(".credits").textContent()).toContain("Natural Earth");
    expect(opened.faults).toEqual([]);
    await opened.close();
  });
});

describe("in the picture", () => {
  test("a click chooses a node, a drag pins it, and undo lets it go", async () => {
    const { page, close } = await openFromDisk(browser, viewerPage({ graph: row(1), documents: [] }));
    const middle = await middleOf(page);
    await page.mouse.click(...middle);
    expect(await page.getByTestId("panel").locator("h2").textContent()).toBe("n0");
    await page.mouse.move(...middle);
    await page.mouse.down();
    await page.mouse.move(middle[0] + 60, middle[1] + 40, { steps: 5 });
    await page.mouse.up();
    await page.getByRole("button", { name: "Release" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await page.getByRole("button", { name: "Release" }).count()).toBe(0);
    await close();
  });

  test("a click on a line opens the relation, and parallel ones are drawn apart", async () => {
    const graph = row(2);
    for (const predicate of ["a", "b", "c"]) graph.addDirectedEdgeWithKey(predicate, "n0", "n1", { predicate });
    const { page, close } = await openFromDisk(browser, viewerPage({ graph, documents: [] }));
    await page.mouse.click(...(await middleOf(page)));
    const heading = page.getByTestId("panel").locator("h2");
    expect(await heading.textContent()).toBe("n0 · b · n1");
    // Whether a click meets the line itself or falls a little beside it, it is the same one.
    const [x, y] = await middleOf(page);
    const hits: (string | null)[] = [];
    for (let above = 92; above <= 116; above += 2) {
      await page.mouse.click(x, y - above);
      hits.push(await heading.textContent());
      await page.waitForTimeout(300);
    }
    expect([...new Set(hits)]).toEqual(["Choose a node or a relation", "n0 · c · n1"]);
    expect(hits.filter(hit => hit === "n0 · c · n1").length).toBeGreaterThan(3);
    const paths = [...(await saved(page, "Picture (SVG)")).matchAll(/<path d="(M[^"]+)" fill="none"/g)].map(
      match => match[1],
    );
    expect(new Set(paths).size).toBe(3);
    expect(paths.filter(path => path!.includes("Q"))).toHaveLength(2);
    await close();
  });

  test("a double click focuses", async () => {
    const { page, close } = await openFromDisk(browser, viewerPage({ graph: row(1), documents: [] }));
    await page.mouse.dblclick(...(await middleOf(page)));
    await page.getByText("Only what is within one step of n0").waitFor();
    await close();
  });

  test("arrow keys go from node to node", async () => {
    const { page, close } = await openFromDisk(browser, viewerPage({ graph: row(3), documents: [] }));
    await page.getByTestId("picture").focus();
    const heading = page.getByTestId("panel").locator("h2");
    for (const [key, name] of [
      ["ArrowRight", "n1"],
      ["ArrowRight", "n2"],
      ["ArrowLeft", "n1"],
      ["ArrowLeft", "n0"],
    ] as const) {
      await page.keyboard.press(key);
      expect(await heading.textContent()).toBe(name);
    }
    await page.keyboard.press("Escape");
    expect(await heading.textContent()).toBe("Choose a node or a relation");
    await close();
  });

  test("sizes follow relations, mentions and betweenness, colours types and communities", async () => {
    const sizes = async (hash: string) => {
      const { page, close } = await openFromDisk(browser, html, { hash });
      await page.waitForTimeout(300);
      const svg = await saved(page, "Picture (SVG)");
      await close();
      return Object.fromEntries(
        [...svg.matchAll(/r="([\d.]+)" fill="(#\w+)"[^>]*><title>([^<]*)/g)].map(([, r, color, name]) => [
          name!,
          { r: Number(r), color },
        ]),
      );
    };
    const [byDegree, byBetweenness, equal] = [
      await sizes(""),
      await sizes("#size=betweenness"),
      await sizes("#size=equal&color=community"),
    ];
    expect(byDegree["廣州市"]!.r).toBeGreaterThan(byDegree["重庆市"]!.r);
    expect(byDegree["廣州市"]!.color).toBe("#3b7a57");
    // 广州市人民政府 joins its bureau to the rest; 清遠市人民政府, with as many relations, joins nothing.
    expect(byDegree["广州市人民政府"]!.r).toBe(byDegree["清遠市人民政府"]!.r);
    expect(byBetweenness["广州市人民政府"]!.r).toBeGreaterThan(byBetweenness["清遠市人民政府"]!.r);
    expect(new Set(Object.values(equal).map(({ r }) => r)).size).toBe(1);
    expect(equal["广州市交通运输局"]!.color).toBe(equal["广州市人民政府"]!.color);
    expect(new Set(Object.values(equal).map(({ color }) => color)).size).toBeGreaterThan(1);
  });
});

describe("any graph", () => {
  test("without our attributes is shown with what it has", async () => {
    const graph = new MultiDirectedGraph();
    graph.addNode("甲", { name: "Station Ä", category: "stop", opened: 1999 });
    graph.addNode("乙", {});
    graph.addDirectedEdge("甲", "乙", { weight: 3, colour: "blue" });
    const opened = await openFromDisk(browser, viewerPage({ graph, documents: [] }));
    const { page } = opened;
    await page.locator("#search").fill("station");
    await page.keyboard.press("Enter");
    const panel = page.getByTestId("panel");
    expect(await panel.locator(".kind").textContent()).toBe("stop");
    expect(await panel.locator(".attributes").textContent()).toBe("opened1999");
    await panel.locator(".fact .row").click();
    expect(await panel.textContent()).toContain("This graph carries no evidence.");
    expect(opened.faults).toEqual([]);
    await opened.close();
  });

  test("that is empty says how to make one", async () => {
    const opened = await openFromDisk(browser, viewerPage({ graph: new MultiDirectedGraph(), documents: [] }));
    expect(await opened.page.locator(".empty").textContent()).toContain("policygraph build PAGES -o out");
    expect(opened.faults).toEqual([]);
    await opened.close();
  });
});

describe("taking along", () => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openFromDisk(browser, html);
  });
  afterAll(() => opened?.close());

  test.each([
    ["GraphML: Gephi, Cytoscape, yEd, networkx", 11, 13],
    ["GEXF: Gephi", 11, 13],
  ])("%s holds every node and edge", async (format, nodes, edges) => {
    const xml = await saved(opened.page, format);
    expect(xml.match(/<node /g)).toHaveLength(nodes);
    expect(xml.match(/<edge /g)).toHaveLength(edges);
  });

  test("JSON opens again as the same graph", async () => {
    const json = JSON.parse(await saved(opened.page, "JSON: graphology"));
    expect([json.nodes.length, json.edges.length]).toEqual([11, 13]);
    const same = { added: [], removed: [], changed: [] };
    expect(diffGraphs(JSON.parse(JSON.stringify(sampleGraph().export())), json)).toEqual({ nodes: same, edges: same });
  });

  test("CSV has a row for each", async () => {
    expect((await saved(opened.page, "Nodes (CSV)")).match(/廣清一體化行動方案/g)!.length).toBeGreaterThan(0);
    expect(await saved(opened.page, "Relations (CSV)")).toContain("holds_position");
  });

  test("PNG is a picture of twice the size", async () => {
    const bytes = Buffer.from(await saved(opened.page, "Picture (PNG)", "latin1"), "latin1");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([3200, 2400]);
  });

  test("what is visible, or the whole", async () => {
    const { page } = opened;
    await page
      .locator(".legend .toggle", { hasText: /^Place/ })
      .getByRole("checkbox")
      .uncheck();
    expect((await saved(page, "GraphML: Gephi, Cytoscape, yEd, networkx")).match(/<node /g)).toHaveLength(7);
    await page.locator(".menu summary").click();
    await page.getByLabel("The whole graph").check();
    await page.locator(".menu summary").click();
    expect((await saved(page, "GraphML: Gephi, Cytoscape, yEd, networkx")).match(/<node /g)).toHaveLength(11);
  });

  test("on paper there are the picture and the facts, and no buttons", async () => {
    const { page } = opened;
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".tools").isVisible()).toBe(false);
    expect(await page.getByTestId("panel").isVisible()).toBe(true);
    expect(await page.locator("body").evaluate(body => getComputedStyle(body).backgroundColor)).toBe(
      "rgb(255, 255, 255)",
    );
    await page.emulateMedia({ media: "screen" });
  });

  test("none of it is an error or a request", () => expect(opened.faults).toEqual([]));
});

describe("comparing", () => {
  test("lists and colours what was added, removed and changed", async () => {
    const before = sampleGraph();
    before.dropNode("place:500000");
    before.addNode("place:710000", { ...before.getNodeAttributes("place:440000"), label: "舊地" });
    before.setEdgeAttribute("place:441800|located_in|place:440000", "weight", 2);
    const { page, faults, close } = await openFromDisk(
      browser,
      viewerPage({ graph: sampleGraph(), documents: [], before }),
    );
    const changes = page.getByTestId("changes");
    expect(await changes.locator("section h3").allTextContents()).toEqual([
      "added 1 nodes, 1 relations",
      "removed 1 nodes, 0 relations",
      "changed 0 nodes, 1 relations",
    ]);
    const svg = await saved(page, "Picture (SVG)");
    expect(svg).toMatch(/fill="#1d7a46"[^>]*><title>重庆市/);
    expect(svg).toMatch(/fill="#b3261e"[^>]*><title>舊地/);
    await page.getByLabel("Only what differs").check();
    expect(await page.getByTestId("counts").textContent()).toBe("5 of 12 nodes, 2 of 13 relations");
    await changes.getByRole("button", { name: /清遠市 lies in/ }).click();
    expect(await page.locator(".panel .kind").textContent()).toContain("changed");
    expect(faults).toEqual([]);
    await close();
  });

  test("takes an older graph from a file, JSON or GraphML, and tells of files that are none", async () => {
    const { page, faults, close } = await openFromDisk(browser, html);
    const graphml = await saved(page, "GraphML: Gephi, Cytoscape, yEd, networkx");
    const before = sampleGraph();
    before.dropNode("place:500000");
    const older = page.locator(".file", { hasText: "Compare with" }).locator("input");
    await older.setInputFiles({ name: "photo.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await page.locator(".notice p", { hasText: "photo.json is no graph" }).waitFor();
    await older.setInputFiles({
      name: "before.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(before.export())),
    });
    await arranged(page);
    expect(await page.getByTestId("changes").locator("section h3").first().textContent()).toBe(
      "added 1 nodes, 1 relations",
    );
    await page
      .locator(".file", { hasText: "Open a graph" })
      .locator("input")
      .setInputFiles({ name: "a.graphml", mimeType: "application/xml", buffer: Buffer.from(graphml) });
    await expect.poll(() => page.getByTestId("counts").textContent()).toBe("11 nodes, 13 relations");
    await arranged(page);
    await page.locator("#search").fill("gqyth");
    await page.keyboard.press("Enter");
    expect(await page.locator(".panel .kind").textContent()).toBe("plan");
    expect(faults).toEqual([]);
    await close();
  });
});

/** Nodes in a row, as wide as high is nought: one alone lies in the middle of the window. */
function row(count: number): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (let index = 0; index < count; index++)
    graph.addNode(`n${index}`, { label: `n${index}`, type: "stop", x: index, y: 0 });
  return graph;
}

async function middleOf(page: Page): Promise<[number, number]> {
  await page.waitForTimeout(300);
  const box = (await page.getByTestId("picture").boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function saved(page: Page, format: string, encoding: BufferEncoding = "utf8"): Promise<string> {
  await page.locator(".menu summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: format, exact: true }).click(),
  ]);
  return readFileSync(await download.path(), encoding);
}

async function drawnAt(hash: string): Promise<Record<string, readonly [number, number]>> {
  const opened = await openFromDisk(browser, html, { hash });
  const svg = await saved(opened.page, "Picture (SVG)");
  await opened.close();
  return circles(svg);
}

function circles(svg: string): Record<string, readonly [number, number]> {
  return Object.fromEntries(
    [...svg.matchAll(/cx="([\d.-]+)" cy="([\d.-]+)"[^>]*><title>([^<]*)/g)].map(([, x, y, name]) => [
      name!,
      [Number(x), Number(y)] as const,
    ]),
  );
}
