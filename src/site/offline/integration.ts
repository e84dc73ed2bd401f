import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { RenderedPages } from "../prerender/rendered-pages.ts";
import { timed } from "../timed.ts";
import { workerCode } from "./build/worker-code.ts";
import { writeLists } from "./build/write-lists.ts";
import { workerFile } from "./names.ts";

/**
 * Reading without a network: two pages about it, the lists of what each page needs, and the service worker that keeps it.
 * Has to come after the integrations that write files, the search included, and before `production`.
 */
export function offline({ pages }: { pages: RenderedPages }): AstroIntegration {
  let base = "/";
  return {
    name: "hot-path-offline",
    hooks: {
      "astro:config:setup"({ injectRoute }) {
        const page = (pattern: string, file: string) =>
          injectRoute({ pattern, entrypoint: new URL(`../pages/${file}`, import.meta.url), prerender: true });
        page("/offline", "offline.astro");
        page("/offline/not-kept", "not-kept.astro");
      },
      "astro:config:done"({ config }) {
        base = config.base;
      },
      async "astro:build:done"({ dir, logger }) {
        const dist = fileURLToPath(dir);
        const list = await timed(logger, "Listed what pages need offline", () =>
          writeLists(dist, base, pages),
        );
        await writeFile(`${dist}${workerFile}`, await workerCode(list));
      },
    },
  };
}
