import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { freePort } from "../../../src/notebook/browsers/free-port.ts";
import { headersFor } from "../../../src/site/production/headers.ts";
import { parseHeadersFile } from "../../../src/site/production/host-files.ts";

/** A host for one test: the network can be cut, and another build deployed. */
export interface OwnServer {
  /** address of the book, with a slash at the end */
  book: string;
  cut(): Promise<void>;
  restore(): Promise<void>;
  deploy(folder: string): void;
}

const base = process.env.BASE ?? "/";

/**
 * @param folder a built site
 * @param headers false for a host that sends none of the book's own, as GitHub Pages
 */
export async function ownServer(folder: string, headers = true): Promise<OwnServer> {
  const port = await freePort();
  let current = folder;
  let server: Server | undefined;

  const rulesOf = (dist: string) =>
    headers ? parseHeadersFile(readFileSync(join(dist, "_headers"), "utf8")) : [];

  function setHeaders(response: ServerResponse, path: string): void {
    const all = {
      "Cache-Control": "public, max-age=0, must-revalidate",
      ...headersFor(rulesOf(current), path),
    };
    for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
  }

  function listen(): Promise<void> {
    server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://localhost").pathname;
      request.url = `/${path.slice(base.length)}`;
      const files = sirv(current, {
        dev: true,
        etag: true,
        setHeaders: (answer) => setHeaders(answer, path),
      });
      files(request, response, () => {
        setHeaders(response, base);
        response.writeHead(404, { "Content-Type": "text/html;charset=utf-8" });
        response.end(readFileSync(join(current, "404.html")));
      });
    });
    return new Promise((resolve) => server?.listen(port, "127.0.0.1", resolve));
  }

  await listen();
  return {
    book: `http://127.0.0.1:${port}${base}`,
    cut: () =>
      new Promise((resolve) => {
        if (!server) return resolve();
        server.close(() => resolve());
        server.closeAllConnections();
        server = undefined;
      }),
    restore: listen,
    deploy: (next) => {
      if (!existsSync(join(next, "index.html"))) throw new Error(`${next} is no built site`);
      current = next;
    },
  };
}
