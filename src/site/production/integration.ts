import { readdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { stop } from "../book/load-book.ts";
import type { FinishedPages } from "../prerender/finished-pages.ts";
import { timed } from "../timed.ts";
import { compress } from "./compress.ts";
import { headerRules } from "./headers.ts";
import { headersFile, nginxFile, vercelFile } from "./host-files.ts";

/**
 * Makes `dist` ready for hosts: header files, and compressed copies of what is no page. Ends the build if a page holds what its policy
 * would block. Has to be the last integration, because it reads what the others wrote.
 */
export function production({ pages }: { pages: FinishedPages }): AstroIntegration {
  let base = "/";
  return {
    name: "hot-path-production",
    hooks: {
      "astro:config:done"({ config }) {
        base = config.base;
      },
      async "astro:build:done"({ dir, logger }) {
        if (pages.problems.length > 0) stop(pages.problems);
        const dist = fileURLToPath(dir);
        const files = (await readdir(dist, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile() && !entry.name.endsWith(".html"))
          .map((entry) => `${entry.parentPath.replace(/\/?$/, "/")}${entry.name}`);
        const rules = headerRules(base, [...pages.hashes].sort());
        await Promise.all([
          writeFile(`${dist}_headers`, headersFile(rules)),
          writeFile(`${dist}vercel.json`, vercelFile(rules)),
          writeFile(`${dist}nginx.conf`, nginxFile(base, rules)),
          writeFile(`${dist}.nojekyll`, ""),
          timed(logger, "Compressed the files", () => compress(files, pages.quality)),
        ]);
      },
    },
  };
}
