import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** Serves a page that compares and its worker, unminified, with or without the headers of cross-origin isolation. */
export async function serveHarness(isolated: boolean): Promise<{ address: string; server: Server }> {
  const files: Record<string, [string, string]> = {
    "/": [
      "text/html",
      "<!doctype html><meta charset=utf-8><title>Harness</title><p>Measuring.</p><script src=page.js></script>",
    ],
    "/page.js": ["text/javascript", await bundle("page.ts")],
    "/worker.js": ["text/javascript", await bundle("worker.ts")],
    "/rivals.js": ["text/javascript", await bundle("rivals.ts")],
    "/shot.js": ["text/javascript", await bundle("shot.ts")],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ""] ?? ["text/plain", ""];
    response.writeHead(body ? 200 : 404, { "Content-Type": type, ...(isolated && isolation) });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

async function bundle(name: string): Promise<string> {
  const build = await rolldown({ input: fileURLToPath(new URL(name, import.meta.url)), logLevel: "silent" });
  const { output } = await build.generate({ format: "iife", minify: false });
  await build.close();
  return output[0].code;
}
