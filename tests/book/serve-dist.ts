/** Serves the built site for the browser tests, by the server that `npm start` uses. */

import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { TestProject } from "vitest/node";
import { freePort } from "../../src/notebook/browsers/free-port.ts";

const READY_MS = 10_000;

declare module "vitest" {
  interface ProvidedContext {
    /** address of the book, with a slash at the end */
    book: string;
  }
}

export default async function serveDist(project: TestProject): Promise<() => void> {
  const port = await freePort();
  const server = spawn(process.execPath, ["src/site/serve.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PORT: String(port) },
  });
  const book = `http://127.0.0.1:${port}${process.env.BASE ?? "/"}`;
  for (const end = performance.now() + READY_MS; ; await sleep(50)) {
    if (await fetch(book).catch(() => null)) break;
    if (server.exitCode !== null || performance.now() > end) {
      server.kill();
      throw new Error(
        "src/site/serve.ts does not serve dist/. Look at its message above; run: npm run build",
      );
    }
  }
  project.provide("book", book);
  return () => void server.kill();
}
