import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream";
import { codeOf, Failure } from "./failure.js";

/** One thing that can be asked for: text that is at hand, or a file read when it is asked for. */
export interface Resource {
  readonly type: string;
  readonly content: { readonly text: string } | { readonly path: string };
}

/** All that a server gives, by the path in the address. No other path leads anywhere, so none can leave a folder. */
export type Site = ReadonlyMap<string, Resource>;

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serve a site on this machine alone. Without a port the usual one is taken, or any free one when that is in use; a port
 * that was asked for and is in use is a Failure.
 */
export async function serve(site: Site, port?: number): Promise<RunningServer> {
  const server = createServer((request, response) => answer(site, request, response));
  await listen(server, port);
  const url = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/`;
  return { url, close: () => new Promise(resolve => closeNow(server, resolve)) };
}

const LOOPBACK = "127.0.0.1";
const USUAL_PORT = 7373;

async function listen(server: Server, port: number | undefined): Promise<void> {
  try {
    await listenOn(server, port ?? USUAL_PORT);
  } catch (error) {
    const code = codeOf(error);
    if (port === undefined && (code === "EADDRINUSE" || code === "EACCES")) return listenOn(server, 0);
    if (code === "EADDRINUSE") throw new Failure(`Port ${port} is in use.`, "Leave --port out to take a free one.");
    if (code === "EACCES")
      throw new Failure(`Port ${port} is reserved.`, "Choose one above 1023, or leave --port out.");
    throw error;
  }
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function closeNow(server: Server, done: () => void): void {
  server.close(done);
  server.closeAllConnections();
}

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
  // A page of another site can make a browser ask here under its own name (DNS rebinding); the Host header gives it away.
  const resource = site.get(pathOf(request));
  if (!isOwnHost(request)) refuse(response, 403, "This server answers to localhost only.");
  else if (request.method !== "GET" && request.method !== "HEAD")
    refuse(response, 405, "There is nothing to change here.");
  else if (!resource) refuse(response, 404, "There is nothing here.");
  else send(resource, request, response);
}

const SAFE_HEADERS = {
  "Content-Security-Policy": "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cache-Control": "no-store",
};

function isOwnHost(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  return [`localhost:${port}`, `${LOOPBACK}:${port}`].includes(request.headers.host ?? "");
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").replace(/[?#].*$/s, "");
}

function send({ type, content }: Resource, request: IncomingMessage, response: ServerResponse): void {
  const head = () => response.writeHead(200, { "Content-Type": type });
  if (request.method === "HEAD") head().end();
  else if ("text" in content) head().end(content.text);
  else {
    const file = createReadStream(content.path);
    file.once("open", () => {
      head();
      pipeline(file, response, () => {});
    });
    file.once("error", () => refuse(response, 404, "The file is gone."));
  }
}

function refuse(response: ServerResponse, status: number, why: string): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${why}\n`);
}
