import type { Page } from "../../../src/notebook/browsers/index.ts";
import { cacheName } from "../../../src/site/offline/names.ts";

/** A page with a benchmark and a simulation, both quick. */
export const fixture = "fixtures/twice/";
export const counts = 'hot-notebook[notebook="fixtures/counts"]:nth-of-type(1)';

/** ms for a page to be kept: it waits until the browser is idle, and then loads a megabyte on a busy machine. */
const KEPT_MS = 20_000;

export const title = (page: Page): Promise<string> => page.evaluate(() => document.title);
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
        search.some(({ url }) => url.includes("/book.")) &&
        navigator.serviceWorker.controller !== null
      );
    },
    KEPT_MS,
    cacheName(process.env.BASE ?? "/", "pages"),
    cacheName(process.env.BASE ?? "/", "shared"),
  );
}
