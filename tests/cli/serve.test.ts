import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { type RunningServer, type Site, serve } from "../../src/cli/serve.js";
import { temporaryFolder } from "./program.js";

test("the page and the files beside it are served, with headers that keep others out", async () => {
  const server = await serving();
  const page = await fetch(server.url);
  expect([page.status, await page.text()]).toEqual([200, "<html>圖</html>"]);
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  const file = await fetch(`${server.url}facts.jsonl?x=1`);
  expect([file.status, await file.text()]).toEqual([200, "{}\n"]);
});

test.each(["evil.example", "evil.example:80", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example"])(
  "a request for the host %s is refused",
  async host => {
    const server = await serving();
    expect((await raw(server, { headers: { Host: host } })).status).toBe(403);
  },
);

test("a request by the name localhost is answered", async () => {
  const server = await serving();
  expect((await raw(server, { headers: { Host: `localhost:${portOf(server)}` } })).status).toBe(200);
});

test.each([
  "/../package.json",
  "/%2e%2e/package.json",
  "/..%2fpackage.json",
  "/facts.jsonl/../../etc/passwd",
  "//etc/passwd",
  "/etc/passwd",
  "http://127.0.0.1/",
  "/facts.jsonl%00",
])("the path %s leads nowhere", async path => {
  const server = await serving();
  expect((await raw(server, { path })).status).toBe(404);
});

test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s is refused", async method => {
  const server = await serving();
  expect((await raw(server, { method })).status).toBe(405);
});

test("HEAD answers without a body", async () => {
  const server = await serving();
  expect(await raw(server, { method: "HEAD" })).toEqual({ status: 200, body: "" });
});

test("a file that went away is not found", async () => {
  const server = await serving();
  expect((await raw(server, { path: "/gone.json" })).status).toBe(404);
});

test("it listens on loopback only", async () => {
  const server = await serving();
  const outside = Object.values(networkInterfaces())
    .flatMap(all => all ?? [])
    .filter(one => !one.internal && one.family === "IPv4");
  for (const { address } of outside) await expect(fetch(`http://${address}:${portOf(server)}/`)).rejects.toThrow();
  expect(new URL(server.url).hostname).toBe("127.0.0.1");
});

test("a port that was asked for and is in use is a clear error, and without one a free port is taken", async () => {
  const server = await serving();
  await expect(serve(site(), portOf(server))).rejects.toThrow(`Port ${portOf(server)} is in use.`);
  expect(portOf(await serving())).not.toBe(portOf(server));
});

function site(): Site {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "facts.jsonl"), "{}\n");
  return new Map([
    ["/", { type: "text/html; charset=utf-8", content: { text: "<html>圖</html>" } }],
    ["/facts.jsonl", { type: "application/x-ndjson", content: { path: join(folder, "facts.jsonl") } }],
    ["/gone.json", { type: "application/json", content: { path: join(folder, "gone.json") } }],
  ]);
}

async function serving(): Promise<RunningServer> {
  const server = await serve(site());
  onTestFinished(() => server.close());
  return server;
}

function portOf(server: RunningServer): number {
  return Number(new URL(server.url).port);
}

/** A request as fetch would not send it. */
function raw(server: RunningServer, options: { path?: string; method?: string; headers?: Record<string, string> }) {
  return new Promise<{ status?: number; body: string }>((resolve, reject) => {
    const sent = request(
      { host: "127.0.0.1", port: portOf(server), path: "/", agent: false, ...options },
      async response => {
        let body = "";
        for await (const chunk of response) body += chunk;
        resolve({ status: response.statusCode, body });
      },
    );
    sent.on("error", reject).end();
  });
}
