import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "../../../src/notebook/browsers/index.ts";
import { cacheName } from "../../../src/site/offline/names.ts";
import { START_MS } from "../page.ts";

/** A page with a benchmark and a simulation, both quick. */
export const fixture = "fixtures/twice/";
export const counts = 'hot-notebook[notebook="fixtures/counts"]:nth-of-type(1)';

/** ms for a page to be kept: it waits until the browser is idle, and then loads a megabyte on a busy machine. */
const KEPT_MS = 20_000;

/** Title of the page that is open. A new window of WebKitGTK may answer for the empty page that it began with. */
export const title = async (page: Page): Promise<string> =>
  (await page.waitFor("a title", () => document.title, START_MS)) ?? "";
export const heading = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector("h1")?.textContent ?? "");

/** Waits until the page that is open, in the version that is open, and the search are kept. */
export function untilKept(page: Page): Promise<unknown> {
  return page.waitFor(
    "the open page to be kept",
    async (pages: string, shared: string) => {
      const list = document.querySelector<HTMLMetaElement>('meta[name="hot-path-files"]')?.content ?? "none";
      const kept = await (await (await caches.open(pages)).match(location.href))?.text();
      const search = await (await caches.open(shared)).keys();
      return (
        kept?.includes(list) &&
        search.some(({ url }) => url.includes("/shared.")) &&
        navigator.serviceWorker.controller !== null
      );
    },
    KEPT_MS,
    cacheName(process.env.BASE ?? "/", "pages"),
    cacheName(process.env.BASE ?? "/", "shared"),
  );
}

/** Waits for a page that loads itself again; what it is asked while it goes is lost. */
export async function untilReloaded(page: Page, what: string, predicate: () => boolean): Promise<void> {
  for (const end = performance.now() + START_MS; performance.now() < end; await sleep(50)) {
    const isThere = await page.evaluate(predicate).catch(() => false);
    if (isThere && (await page.evaluate(() => document.readyState === "complete"))) return;
  }
  throw new Error(`${what}: not within ${START_MS} ms`);
}
