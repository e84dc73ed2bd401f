import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Rollup } from "vite";
import { baseLinks } from "./base-links.ts";
import type { Book } from "./book/book.ts";
import { lookUp } from "./book/look-up.ts";
import { loadChapters } from "./chapters/load-chapters.ts";
import { definitionsOf } from "./glossary/definitions.ts";
import { linkTerms } from "./glossary/link-terms.ts";
import { scrollingTables } from "./scrolling-tables.ts";
import { tools } from "./study/tools.ts";

const BOOK = "virtual:hot-path/book";

/** Part pages, pages to look things up, the study tools, the page for unknown addresses, the raw data of the acceptance table, the preview images, links to the glossary, links below a sub-path, and the book's order as the module `virtual:hot-path/book`. */
export function hotPath({ book }: { book: Book }): AstroIntegration {
  return {
    name: "hot-path",
    hooks: {
      "astro:config:setup"({ config, command, injectRoute, updateConfig }) {
        const page = (pattern: string, file: string) =>
          injectRoute({ pattern, entrypoint: new URL(`./pages/${file}`, import.meta.url), prerender: true });
        page("/[part]", "part.astro");
        for (const { id } of lookUp) page(`/${id}`, `${id}.astro`);
        page("/404", "404.astro");
        page("/study", "study/index.astro");
        for (const { path } of tools) page(`/study/${path}`, `study/${path.replace("/", "")}.astro`);
        page("/study/cards-for-anki.txt", "study/anki.ts");
        page("/acceptance/[name].jsonl", "acceptance.ts");
        page("/social/[...page].png", "social.ts");
        updateConfig({
          vite: {
            plugins: [bookModule(book)],
            build: { rolldownOptions: { onLog } },
          },
        });
        const { options } = config.markdown.processor as unknown as { options: { hastPlugins: unknown[] } };
        const root = fileURLToPath(config.root);
        const read = () => definitionsOf(loadChapters(root), root).definitions;
        // nothing changes while the site is built
        const terms = linkTerms(command === "build" ? once(read) : read);
        options.hastPlugins.push(terms, baseLinks(config.base), scrollingTables);
      },
    },
  };
}

function once<T>(read: () => T): () => T {
  let known: { value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

/** Astro marks its modules with a directive that the bundler warns of, once for each page, and that is used as meant. */
function onLog(
  level: "info" | "debug" | "warn",
  log: Rollup.RollupLog,
  handle: (level: "info" | "debug" | "warn", log: Rollup.RollupLog) => void,
): void {
  if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
}

function bookModule(book: Book) {
  return {
    name: "hot-path-book",
    resolveId: (id: string) => (id === BOOK ? `\0${BOOK}` : undefined),
    load: (id: string) => (id === `\0${BOOK}` ? `export const book = ${JSON.stringify(book)};` : undefined),
  };
}
