import { NavigationRoute, registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst, type StrategyOptions } from "workbox-strategies";
import { hashedFolders } from "../../production/headers.ts";
import { cacheName, notKeptPage } from "../names.ts";
import { isolated } from "./isolation.ts";
import { at, open, pageAddress, root } from "./scope.ts";

type Plugin = NonNullable<StrategyOptions["plugins"]>[number];

/** s without an answer after which what is kept is taken: a reader on a train waits no longer. */
const PATIENCE_S = 4;

/** Caches are filled by `keep.ts` alone, so that nothing in them lacks what it needs. */
const readOnly: Plugin = {
  cacheWillUpdate: async () => null,
  handlerWillRespond: ({ request, response }) => isolated(request, response),
};

/** Says which answers to requests come from where; other requests are the browser's own affair. */
export function registerRoutes(): void {
  // a notebook's worker starts 5 ms later for it in Chromium and Firefox (20 ms for 15, medians of 60 on two cores,
  // 2026-11-27), which the plan of a run counts as what a worker costs
  const hashed = hashedFolders.map((folder) => at(`${folder}/`));
  registerRoute(
    ({ url }) => hashed.some((folder) => url.href.startsWith(folder)),
    new CacheFirst({
      cacheName: cacheName(root, "files"),
      plugins: [readOnly],
      matchOptions: { ignoreVary: true },
    }),
  );
  const shared = [at("pagefind/"), at("favicon.svg")];
  registerRoute(
    ({ url }) => shared.some((address) => url.href.startsWith(address)),
    new NetworkFirst({
      cacheName: cacheName(root, "shared"),
      networkTimeoutSeconds: PATIENCE_S,
      plugins: [readOnly],
      // Pagefind asks for its entry with the time of day
      matchOptions: { ignoreSearch: true, ignoreVary: true },
    }),
  );
  const pages = new NetworkFirst({
    cacheName: cacheName(root, "pages"),
    networkTimeoutSeconds: PATIENCE_S,
    plugins: [
      readOnly,
      { cacheKeyWillBeUsed: async ({ request }) => pageAddress(request.url), handlerDidError: keptOrNot },
    ],
    matchOptions: { ignoreVary: true },
  });
  registerRoute(new NavigationRoute(pages));
}

/**
 * The page as kept, else the one that says that it is not. Firefox lets a preload without a network resolve with an error
 * response, which Workbox takes for an answer, so that it does not look for a kept page itself.
 */
async function keptOrNot({ request }: { request: Request }): Promise<Response | undefined> {
  const pages = await open("pages");
  return (await pages.match(pageAddress(request.url))) ?? pages.match(at(notKeptPage));
}
