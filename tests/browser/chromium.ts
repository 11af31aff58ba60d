import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/**
 * Start a real Chromium: that of CHROMIUM_PATH, else the system's, else the one that the package @sparticuz/chromium brings.
 * Throws where none runs, and says how to get one.
 */
export async function launchChromium({ hasWebGl = true } = {}): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-dev-shm-usage", ...(hasWebGl ? softwareGl : noGl)];
  const failures: string[] = [];
  for (const candidate of [systemChromium, bundledChromium]) {
    try {
      const found = await candidate();
      if (found) return await chromium.launch({ ...found, args });
    } catch (error) {
      failures.push((error as Error).message.split("\n").slice(0, 3).join(" "));
    }
  }
  throw new Error(
    `No Chromium runs here. On Debian: apt-get install chromium fonts-noto-cjk; elsewhere set CHROMIUM_PATH to one.\n${failures.join("\n")}`,
  );
}

/** WebGL computed by the processor, as machines without a graphics card need it. */
const softwareGl = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const noGl = ["--disable-gpu", "--disable-3d-apis"];

interface Executable {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
}

async function systemChromium(): Promise<Executable | undefined> {
  const said = process.env["CHROMIUM_PATH"];
  if (said !== undefined && !existsSync(said)) throw new Error(`CHROMIUM_PATH names ${said}, which isn't there.`);
  const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];
  const executablePath = said ?? usual.find(existsSync);
  return executablePath === undefined ? undefined : { executablePath };
}

/** It is made for bare systems and brings the libraries that they lack, but unpacks these only where it takes itself to be. */
async function bundledChromium(): Promise<Executable> {
  const { AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH, TMPDIR } = process.env;
  // A folder of this process's own: another one may be unpacking at the same time.
  const folder = mkdtempSync(join(tmpdir(), "chromium-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  Object.assign(process.env, { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x", TMPDIR: folder });
  try {
    const { default: bundled } = await import("@sparticuz/chromium");
    const executablePath = await bundled.executablePath();
    return { executablePath, env: { ...process.env, HOME: folder } as Record<string, string> };
  } finally {
    restore({ AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH, TMPDIR });
  }
}

function restore(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
