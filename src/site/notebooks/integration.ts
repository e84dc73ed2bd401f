import { cpSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";
import { NotebookErrors } from "../../notebook/compile/error.ts";
import { compiledFolder } from "../../notebook/compile/write.ts";
import { stop } from "../book/load-book.ts";
import { notebooksInDev } from "../dev/notebooks.ts";
import { timed } from "../timed.ts";
import { htlUnderPolicy } from "./htl-under-policy.ts";
import { prepareEach, prepareNotebooks } from "./prepare.ts";

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

/** Compiles notebooks before the pages are built, and puts the compiled files under `/_notebooks/`. */
export function notebooks(): AstroIntegration {
  let root = "";
  return {
    name: "hot-path-notebooks",
    hooks: {
      async "astro:config:setup"({ config, command, injectRoute, injectScript, updateConfig, logger }) {
        root = fileURLToPath(config.root);
        if (command !== "dev" && command !== "build") return;
        const plugins: Plugin[] = [];
        if (command === "dev") {
          const broken = await prepareEach(root);
          for (const { message } of [...broken.values()].flat()) console.error(message);
          plugins.push(notebooksInDev(root, config.base, broken));
          for (const script of inDev) injectScript("page", `import ${JSON.stringify(script)};`);
        } else
          await timed(logger, "Compiled and drew the notebooks", () => prepareNotebooks(root)).catch(
            (error) => {
              if (error instanceof NotebookErrors) stop(error.errors.map((e) => e.message));
              throw error;
            },
          );
        if (process.env.HOT_PATH_FIXTURES)
          for (const [pattern, page] of fixtures)
            injectRoute({ pattern, entrypoint: join(root, "tests/fixtures", page), prerender: true });
        updateConfig({
          vite: { plugins: [htlUnderPolicy(), ...plugins], resolve: { alias: [parserAlone] } },
        });
      },
      "astro:build:done"({ dir }) {
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
