import type { StarlightUserConfig } from "@astrojs/starlight/types";
import { type Book, sidebar } from "./book/book.ts";
import { dark, light } from "./code-themes.ts";
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
    "study",
    "frame",
    "title",
    "contents",
    "page-end",
    "chapters",
    "home",
    "search",
    "offline",
  ],
  ...["notebook", "edit", "share", "verdicts", "machine", "without-script", "print"],
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
      PageTitle: "./src/site/components/PageTitle.astro",
      Pagination: "./src/site/components/Pagination.astro",
      Sidebar: "./src/site/components/Sidebar.astro",
      ThemeProvider: "./src/site/components/ThemeProvider.astro",
    },
    expressiveCode: {
      // Dark first: the first theme is the one that Expressive Code uses where no selector applies.
      themes: [dark, light],
      useStarlightDarkModeSwitch: true,
      useStarlightUiThemeColors: false,
      // Wrapped code needs no scrolling by keyboard, reads on a phone and prints whole.
      defaultProps: { wrap: true },
      minSyntaxHighlightingColorContrast: 4.5,
      styleOverrides: {
        borderRadius: "0",
        borderWidth: "0",
        codeFontFamily: "var(--hp-font-code)",
        codeFontSize: "var(--hp-text-code)",
        codeLineHeight: "1.6",
        codePaddingBlock: "0.9rem",
        codePaddingInline: "1.1rem",
        uiFontFamily: "var(--hp-font-ui)",
        uiFontSize: "var(--hp-text-small)",
        frames: { shadowColor: "transparent", frameBoxShadowCssValue: "none" },
      },
    },
  };
}
