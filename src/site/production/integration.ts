import { readFileSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { stop } from "../book/load-book.ts";
import type { RenderedPages } from "../prerender/rendered-pages.ts";
import { timed } from "../timed.ts";
import { compress } from "./compress.ts";
import { headerRules, policyMeta } from "./headers.ts";
import { headersFile, nginxFile, vercelFile } from "./host-files.ts";
import { metaPlace, type PageScripts } from "./inline-scripts.ts";

export interface ProductionOptions {
  /** what is known of the pages */
  pages: RenderedPages;
  /** hashes of scripts that are not in a page, such as the boot script of a sandbox frame */
  extraHashes?: readonly string[];
}

/**
 * Makes `dist` ready for hosts: a policy in every page, header files, compressed copies.
 * Has to be the last integration, because it reads what the others wrote.
 */
export function production({ pages: rendered, extraHashes = [] }: ProductionOptions): AstroIntegration {
  let base = "/";
  return {
    name: "hot-path-production",
    hooks: {
      "astro:config:done"({ config }) {
        base = config.base;
      },
      async "astro:build:done"({ dir, logger }) {
        const dist = fileURLToPath(dir);
        const files = (await readdir(dist, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => `${entry.parentPath.replace(/\/?$/, "/")}${entry.name}`);
        const pages = files.filter((file) => file.endsWith(".html"));
        const hashes = await timed(logger, "Put a policy into the pages", () =>
          securePages(pages, dist, rendered, extraHashes),
        );
        await rendered.close();
        const rules = headerRules(base, hashes);
        await Promise.all([
          writeFile(`${dist}_headers`, headersFile(rules)),
          writeFile(`${dist}vercel.json`, vercelFile(rules)),
          writeFile(`${dist}nginx.conf`, nginxFile(base, rules)),
          writeFile(`${dist}.nojekyll`, ""),
          timed(logger, "Compressed the files", () => compress(files)),
        ]);
      },
    },
  };
}

/** Writes the policy into every page and returns the hashes of all inline scripts. */
async function securePages(
  files: readonly string[],
  dist: string,
  rendered: RenderedPages,
  extra: readonly string[],
): Promise<string[]> {
  // one after the other, and without their text: a thousand pages would fill the memory
  const pages: ({ file: string } & PageScripts)[] = [];
  for (const path of files) {
    const file = path.slice(dist.length);
    const { hashes, handlers, foreign } = await rendered.facts(file, () => readFileSync(path, "utf8"));
    pages.push({ file, hashes, handlers, foreign });
  }
  const problems = pages.flatMap(({ file, handlers, foreign }) => {
    const name = `dist/${file}`;
    return [
      ...handlers.map(
        (handler) => `${name}: ${handler} holds code, which the policy blocks. Use addEventListener.`,
      ),
      ...foreign.map(
        (address) => `${name}: loads ${address} from another host. Copy the file into the project.`,
      ),
    ];
  });
  if (problems.length) stop(problems);

  const hashes = [...new Set([...extra, ...pages.flatMap((page) => page.hashes)])].sort();
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyMeta(hashes)}">`;
  for (const file of files) {
    const html = await readFile(file, "utf8");
    const insertAt = metaPlace(html);
    await writeFile(file, html.slice(0, insertAt) + meta + html.slice(insertAt));
  }
  return hashes;
}
