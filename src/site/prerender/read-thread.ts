/** The thread of `RenderedPages`: reads pages, and tells what it found. */
import { parentPort } from "node:worker_threads";
import { pageFacts } from "./page-facts.ts";
import type { Found, Page } from "./rendered-pages.ts";

parentPort?.on("message", ({ file, html }: Page) => {
  const found: Found = { file, facts: pageFacts(html) };
  parentPort?.postMessage(found);
});
