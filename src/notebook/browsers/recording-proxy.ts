/**
 * An HTTP proxy that writes down what passes. WebDriver has neither a console log nor a request log, so WebKitGTK gets
 * both from here: requests as they pass, and console errors from a script that the proxy puts first into every page.
 */

import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Log } from "./types.ts";

/** An address of the page's own origin, so that any `script-src 'self'` lets it in. */
const COLLECTOR = "/.recording-proxy/collector.js";
const REPORT = "/.recording-proxy/report";

/** Runs in the page. The synchronous request makes sure that a report is in before anything else happens. */
const SCRIPT = `{
  const report = (text) => {
    const request = new XMLHttpRequest();
    request.open("POST", ${JSON.stringify(REPORT)}, false);
    request.send(text);
  };
  const error = console.error;
  console.error = (...values) => { error.apply(console, values); report(values.map(String).join(" ")); };
  addEventListener("error", (event) => report(
    event.message ? event.message + " (" + event.filename + ":" + event.lineno + ")"
      : "cannot load " + (event.target.src ?? event.target.href)), true);
  addEventListener("unhandledrejection", (event) => report("unhandled rejection: " + (event.reason?.stack ?? event.reason)));
  addEventListener("securitypolicyviolation", (event) => report("Content-Security-Policy: " + event.effectiveDirective
    + " refused " + event.blockedURI + " (" + event.sourceFile + ":" + event.lineNumber + ")"));
}`;

export interface RecordingProxy {
  port: number;
  log: Log;
  /** HTTP status of the last answer from an address; 0 if none came */
  statusOf(url: string): number;
  stop(): void;
}

/**
 * Starts a proxy on a free port of this machine.
 * @param first script that runs in every page before its own
 */
export async function startRecordingProxy(first: string): Promise<RecordingProxy> {
  const log: Log = { errors: [], requests: [] };
  const statuses = new Map<string, number>();
  const server = createServer((incoming, answer) => {
    const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
    if (url.pathname === COLLECTOR) {
      answer.writeHead(200, {
        "content-type": "text/javascript",
        "cross-origin-resource-policy": "same-origin",
      });
      answer.end(`${SCRIPT}\n${first}`);
    } else if (url.pathname === REPORT) {
      const parts: Buffer[] = [];
      incoming.on("data", (part) => parts.push(part));
      incoming.on("end", () => {
        log.errors.push(Buffer.concat(parts).toString());
        answer.end();
      });
    } else {
      log.requests.push(url.href);
      forward(url, incoming, answer);
      answer.once("finish", () => statuses.set(url.href, answer.statusCode));
    }
  });
  server.on("connect", (incoming, socket) => {
    log.requests.push(`https://${incoming.url}`);
    socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  return {
    port: (server.address() as AddressInfo).port,
    log,
    statusOf: (url) => statuses.get(new URL(url).href.replace(/#.*/, "")) ?? 0,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Passes on what goes to this machine; nothing leaves it. */
function forward(url: URL, incoming: IncomingMessage, answer: ServerResponse): void {
  if (url.hostname !== "127.0.0.1" && url.hostname !== "localhost") {
    answer.writeHead(403).end();
    return;
  }
  const headers = { ...incoming.headers, "accept-encoding": "identity" };
  const outgoing = request(url, { method: incoming.method, headers }, (response) => {
    const isPage = /^text\/html/.test(response.headers["content-type"] ?? "");
    if (!isPage) {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
      return;
    }
    const parts: Buffer[] = [];
    response.on("data", (part) => parts.push(part));
    response.on("end", () => {
      const html = Buffer.concat(parts)
        .toString()
        .replace(/<head[^>]*>/i, `$&<script src="${COLLECTOR}"></script>`);
      const { "content-length": _, "transfer-encoding": __, ...rest } = response.headers;
      answer.writeHead(response.statusCode ?? 502, { ...rest, "content-length": Buffer.byteLength(html) });
      answer.end(html);
    });
  });
  // as it is without a proxy: a server that is not there gives no answer
  outgoing.on("error", () => answer.destroy());
  incoming.pipe(outgoing);
}
