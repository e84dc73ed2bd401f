import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { qualityFor } from "../production/compress.ts";
import { withoutScrollScript } from "./drop-scroll-script.ts";
import type { FinishedPages } from "./finished-pages.ts";
import { inOrderOfNotebooks, notebooksOfPage } from "./in-order.ts";

/** Pages under way at once: one is rendered while others wait for their notebooks or are finished. */
const AT_ONCE = 4;

export interface PrerenderOptions {
  pages: FinishedPages;
  /** hashes of scripts that are in no page, such as the boot script of a sandbox frame */
  extraHashes: readonly string[];
}

/** Renders pages in the order of their notebooks, and has each finished while the next is rendered. */
export function prerender({ pages, extraHashes }: PrerenderOptions): AstroIntegration {
  let root = "";
  let dist = "";
  let base = "/";
  return {
    name: "hot-path-prerender",
    hooks: {
      "astro:config:setup"({ updateConfig }) {
        updateConfig({ build: { concurrency: AT_ONCE } });
      },
      "astro:config:done"({ config }) {
        root = fileURLToPath(config.root);
        dist = fileURLToPath(config.outDir);
        base = config.base;
      },
      "astro:build:start"({ setPrerenderer }) {
        setPrerenderer((usual) => ({
          ...usual,
          name: "hot-path",
          getStaticPaths: async () => {
            const paths = inOrderOfNotebooks(await usual.getStaticPaths(), root);
            const { length } = paths.filter(({ pathname }) => !/\.\w+$/.test(pathname));
            pages.start({ root, dist, base, extraHashes, quality: qualityFor(length) });
            return paths;
          },
          render: async (request, options) => {
            const place = pages.place();
            await pages.notebooks?.ready(notebooksOfPage(pathOf(request.url, base), root));
            const rendered = await usual.render(request, options);
            const { response, ...rest } = "response" in rendered ? rendered : { response: rendered };
            if (!response.headers.get("content-type")?.startsWith("text/html")) {
              await pages.pass(place);
              return rendered;
            }
            const html = withoutScrollScript(await response.text());
            const finished = await pages.finish(place, fileOf(request.url, base), html);
            return { ...rest, response: new Response(finished, response) };
          },
        }));
      },
    },
  };
}

/** An address as a path below the book's root. */
function pathOf(address: string, base: string): string {
  return decodeURI(new URL(address).pathname).slice(base.length);
}

/** The file of the page with an address, by its path in the built site. */
function fileOf(address: string, base: string): string {
  const path = pathOf(address, base);
  return /^404\/?$/.test(path) ? "404.html" : `${path}index.html`;
}
