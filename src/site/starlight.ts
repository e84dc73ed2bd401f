import type { StarlightUserConfig } from "@astrojs/starlight/types";
import type { AstroIntegration } from "astro";
import { type Book, sidebar } from "./book/book.ts";
import { studyGroup } from "./study/tools.ts";

/** In the order of the cascade: what the page is made of first, media last. */
const styleSheets = [
  ...[
    "fonts",
    "tokens",
    "starlight",
    "prose",
    "figures",
    "folded",
    "acts",
    "practice",
    "frame",
    "title",
    "contents",
    "toc",
    "page-end",
    "reading",
    "side-notes",
    "chapters",
    "search",
    "offline",
  ],
  ...["notebook", "inputs", "verdicts", "without-script", "print"],
]
  .map((name) => `./src/site/styles/${name}.css`)
  .concat("./src/charts/charts.css");

/** Starlight's options. The look is in `styles/`, the order of the pages in `content/book.yaml`. */
export function starlightOptions({ book, editUrl }: { book: Book; editUrl: string }): StarlightUserConfig {
  return {
    title: "Hot Path",
    titleDelimiter: "·",
    description:
      "The performance-engineering book that runs: every claim is an experiment on your own machine.",
    favicon: "/favicon.svg",
    editLink: { baseUrl: editUrl },
    // pages/404.astro takes its place.
    disable404Route: true,
    sidebar: [...sidebar(book), studyGroup],
    markdown: { processedDirs: ["./content"] },
    customCss: styleSheets,
    components: {
      Head: "./src/site/components/Head.astro",
      Search: "./src/site/components/Search.astro",
      Footer: "./src/site/components/Footer.astro",
      Header: "./src/site/components/Header.astro",
      PageSidebar: "./src/site/components/PageSidebar.astro",
      PageTitle: "./src/site/components/PageTitle.astro",
      Pagination: "./src/site/components/Pagination.astro",
      Sidebar: "./src/site/components/Sidebar.astro",
      ThemeSelect: "./src/site/components/ThemeSelect.astro",
      ThemeProvider: "./src/site/components/ThemeProvider.astro",
    },
  };
}

/** Starlight without the last thing it does: its search index would be made after all pages, and `prerender` makes it beside them. */
export function withoutSearchIndex({ hooks, ...starlight }: AstroIntegration): AstroIntegration {
  const { "astro:build:done": _, ...others } = hooks;
  return { ...starlight, hooks: others };
}
