import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A page of the viewer that is open in a browser, and what went wrong in it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors, warnings and requests that there should be none of. */
  readonly faults: string[];
  close(): Promise<void>;
}

/** Open a page from the disk, and wait until its graph is arranged. */
export async function openFromDisk(
  browser: Browser,
  html: string,
  { hash = "", ...options }: BrowserContextOptions & { hash?: string } = {},
): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), "viewer-"));
  const path = join(folder, "index.html");
  writeFileSync(path, html);
  const opened = await open(browser, `${pathToFileURL(path)}${hash}`, options);
  return {
    ...opened,
    close: async () => {
      await opened.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Open a page from a server on this machine. */
export async function openFromServer(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const server = createServer((_, answer) => answer.setHeader("content-type", "text/html; charset=utf-8").end(html));
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const opened = await open(browser, `http://127.0.0.1:${port}/`, options);
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function open(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<Omit<OpenPage, "close"> & { close(): Promise<void> }> {
  const context = await browser.newContext({
    locale: "en-GB",
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on(
    "console",
    message =>
      ["error", "warning"].includes(message.type()) &&
      !isOfTheDriver(message.text()) &&
      faults.push(`${message.type()}: ${message.text()}`),
  );
  page.on("pageerror", error => faults.push(`error: ${error.message}`));
  page.on(
    "request",
    request =>
      /^(?:blob|data):/.test(request.url()) ||
      request.url().split("#")[0] === url.split("#")[0] ||
      faults.push(`request: ${request.url()}`),
  );
  await page.goto(url);
  await arranged(page);
  return { page, faults, close: () => context.close() };
}

/** Software WebGL tells how slow it is. */
function isOfTheDriver(message: string): boolean {
  return message.includes("GL Driver Message");
}

/** Wait until no arrangement is in progress. */
export async function arranged(page: Page): Promise<void> {
  await page.locator("[data-testid=counts], .empty, [role=alert]").first().waitFor();
  await page.locator(".progress").waitFor({ state: "detached" });
}
