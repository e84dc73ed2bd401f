import { cpSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import type { Plugin } from "vite";
import { compiledFolder } from "../../notebook/compile/write.ts";
import { stop } from "../book/load-book.ts";
import { notebooksInDev } from "../dev/notebooks.ts";
import { timed } from "../timed.ts";
import { htlUnderPolicy } from "./htl-under-policy.ts";
import { type Beside, prepareBeside } from "./prepare-beside.ts";

/** Pages that only the browser tests see. */
const fixtures = [
  ["/fixtures/[page]", "page.astro"],
  ["/fixtures/sandbox", "sandbox.astro"],
];

/**
 * Pages that check edited cells need Notebook Kit's parser of references. Its package exports only everything at once,
 * 1 MB (gz) of TypeScript included; the parser weighs 39 kB.
 */
const parserAlone = {
  find: /^@observablehq\/notebook-kit$/,
  replacement: fileURLToPath(
    new URL("./javascript/parse.js", import.meta.resolve("@observablehq/notebook-kit")),
  ),
};

/** Scripts of every page in development, and of none that is built. */
const inDev = ["keep-place.ts", "without-stack.ts"].map((file) =>
  fileURLToPath(new URL(`../dev/page/${file}`, import.meta.url)),
);

/** Ends the build with the mistakes of notebooks that are prepared beside it. */
function prepared(beside: Beside, logger: AstroIntegrationLogger): Promise<void> {
  return timed(logger, "Compiled and drew the notebooks", async () => {
    const { broken, missing } = await beside.ended;
    const mistakes = [...broken.values(), missing].flat();
    if (mistakes.length > 0) stop(mistakes);
  });
}

/**
 * Compiles notebooks while pages are bundled and rendered, and puts the compiled files under `/_notebooks/`.
 * @param pages told of a build's notebooks, so that each page can wait for those that it shows
 */
export function notebooks({ pages }: { pages: { notebooks?: Beside } }): AstroIntegration {
  let root = "";
  let ready = Promise.resolve();
  return {
    name: "hot-path-notebooks",
    hooks: {
      async "astro:config:setup"({ config, command, injectRoute, injectScript, updateConfig, logger }) {
        root = fileURLToPath(config.root);
        if (command !== "dev" && command !== "build") return;
        const plugins: Plugin[] = [];
        const beside = prepareBeside(root);
        if (command === "dev") {
          plugins.push(notebooksInDev(root, config.base, beside));
          for (const script of inDev) injectScript("page", `import ${JSON.stringify(script)};`);
        } else {
          pages.notebooks = beside;
          ready = prepared(beside, logger);
          // what goes wrong is told where it is waited for
          ready.catch(() => {});
        }
        if (process.env.HOT_PATH_FIXTURES)
          for (const [pattern, page] of fixtures)
            injectRoute({ pattern, entrypoint: join(root, "tests/fixtures", page), prerender: true });
        updateConfig({
          vite: { plugins: [htlUnderPolicy(), ...plugins], resolve: { alias: [parserAlone] } },
        });
      },
      async "astro:build:done"({ dir }) {
        await ready;
        const from = join(root, compiledFolder);
        const served = /(^$|\/?(host|worker|manifest)\.[0-9a-f]+\.(js|json)$|^[^.]*$)/;
        cpSync(from, fileURLToPath(new URL("_notebooks/", dir)), {
          recursive: true,
          filter: (path) => served.test(relative(from, path)),
        });
      },
    },
  };
}
