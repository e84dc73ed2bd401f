import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { withoutScrollScript } from "./drop-scroll-script.ts";
import { inOrderOfNotebooks } from "./in-order.ts";
import type { RenderedPages } from "./rendered-pages.ts";

/** Renders pages in the order of their notebooks, and has each read while the next is rendered. */
export function prerender({ pages }: { pages: RenderedPages }): AstroIntegration {
  let root = "";
  let base = "/";
  return {
    name: "hot-path-prerender",
    hooks: {
      "astro:config:done"({ config }) {
        root = fileURLToPath(config.root);
        base = config.base;
      },
      "astro:build:start"({ setPrerenderer }) {
        setPrerenderer((usual) => ({
          ...usual,
          name: "hot-path",
          getStaticPaths: async () => inOrderOfNotebooks(await usual.getStaticPaths(), root),
          render: async (request, options) => {
            const rendered = await usual.render(request, options);
            const { response, ...rest } = "response" in rendered ? rendered : { response: rendered };
            if (!response.headers.get("content-type")?.startsWith("text/html")) return rendered;
            const html = withoutScrollScript(await response.text());
            pages.take({ file: fileOf(request.url, base), html });
            return { ...rest, response: new Response(html, response) };
          },
        }));
      },
    },
  };
}

/** The file of the page with an address, by its path in the built site. */
function fileOf(address: string, base: string): string {
  return `${decodeURI(new URL(address).pathname).slice(base.length)}index.html`;
}
