import type { AstroIntegration } from "astro";
import { baseLinks } from "./base-links.ts";
import type { Book } from "./book/book.ts";

const BOOK = "virtual:hot-path/book";

/** Part pages, links below a sub-path, and the book's order as the module `virtual:hot-path/book`. */
export function hotPath({ book }: { book: Book }): AstroIntegration {
  return {
    name: "hot-path",
    hooks: {
      "astro:config:setup"({ config, injectRoute, updateConfig }) {
        injectRoute({
          pattern: "/[part]",
          entrypoint: new URL("./pages/part.astro", import.meta.url),
          prerender: true,
        });
        updateConfig({ vite: { plugins: [bookModule(book)] } });
        const { options } = config.markdown.processor as unknown as { options: { hastPlugins: unknown[] } };
        options.hastPlugins.push(baseLinks(config.base));
      },
    },
  };
}

function bookModule(book: Book) {
  return {
    name: "hot-path-book",
    resolveId: (id: string) => (id === BOOK ? `\0${BOOK}` : undefined),
    load: (id: string) => (id === `\0${BOOK}` ? `export const book = ${JSON.stringify(book)};` : undefined),
  };
}
