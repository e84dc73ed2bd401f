import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import sirv from "sirv";
import { stop } from "./book/load-book.ts";
import { headersFor } from "./production/headers.ts";
import { parseHeadersFile } from "./production/host-files.ts";
import { normalBase } from "./settings.ts";

/** What Netlify and Cloudflare Pages send where `_headers` says nothing about caching. */
const REVALIDATE = "public, max-age=0, must-revalidate";

const base = normalBase(process.env.BASE);
const port = Number(process.env.PORT ?? 4321);
const dist = new URL("../../dist/", import.meta.url).pathname;

if (!Number.isInteger(port) || port < 0 || port > 65535)
  stop([`PORT=${process.env.PORT} is no port. Use a number from 1024 to 65535, as in: PORT=8080 npm start`]);
if (!existsSync(`${dist}_headers`)) stop(["dist: there is no built site. Run: npm run build"]);
const rules = parseHeadersFile(readFileSync(`${dist}_headers`, "utf8"));
if (!rules.some((rule) => rule.path === `${base}*`))
  stop([
    `dist: was built for ${rules[0]?.path.slice(0, -1)}, not for ${base}. Run: ${base === "/" ? "" : `BASE=${base} `}npm run build`,
  ]);
const notFound = readFileSync(`${dist}404.html`);

const files = sirv(dist, {
  brotli: true,
  gzip: true,
  etag: true,
  setHeaders: (response, path) => setHeaders(response, base + path.slice(1)),
});

function setHeaders(response: ServerResponse, path: string): void {
  const headers = { "Cache-Control": REVALIDATE, ...headersFor(rules, path) };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname: path, search } = new URL(request.url ?? "/", "http://localhost");
  if (path === "/" ? base !== "/" : `${path}/` === base) redirect(response, base + search);
  else if (!path.startsWith(base)) missing(response);
  else if (isFolder(path)) redirect(response, `${path}/${search}`);
  else {
    request.url = `/${path.slice(base.length)}${search}`;
    files(request, response, () => missing(response));
  }
}

function isFolder(path: string): boolean {
  return !path.endsWith("/") && existsSync(`${dist}${path.slice(base.length)}/index.html`);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { Location: location }).end();
}

function missing(response: ServerResponse): void {
  setHeaders(response, base);
  response.writeHead(404, { "Content-Type": "text/html;charset=utf-8" }).end(notFound);
}

const server = createServer(answer);
server.on("error", (error: NodeJS.ErrnoException) =>
  stop([
    error.code === "EADDRINUSE"
      ? `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`
      : `Cannot serve on port ${port}: ${error.message}. Choose another: PORT=4322 npm start`,
  ]),
);
server.listen(port, () => console.log(`Hot Path: http://localhost:${port}${base} (Ctrl-C stops it)`));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
