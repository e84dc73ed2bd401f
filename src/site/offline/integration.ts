import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { FinishedPages } from "../prerender/finished-pages.ts";
import { timed } from "../timed.ts";
import { workerCode } from "./build/worker-code.ts";
import { workerFile } from "./names.ts";

/**
 * Reading without a network: two pages about it, and the service worker that keeps pages. Has to come after the integrations that write
 * files that pages need, and before `production`.
 */
export function offline({ pages }: { pages: FinishedPages }): AstroIntegration {
  return {
    name: "hot-path-offline",
    hooks: {
      "astro:config:setup"({ injectRoute }) {
        const page = (pattern: string, file: string) =>
          injectRoute({ pattern, entrypoint: new URL(`../pages/${file}`, import.meta.url), prerender: true });
        page("/offline", "offline.astro");
        page("/offline/not-kept", "not-kept.astro");
      },
      async "astro:build:done"({ dir, logger }) {
        const dist = fileURLToPath(dir);
        const list = await timed(logger, "Wrote the search index and the lists for offline", () =>
          pages.end(),
        );
        await writeFile(`${fileURLToPath(dir)}${workerFile}`, await workerCode(list));
      },
    },
  };
}
