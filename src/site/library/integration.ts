import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { libraryFolder } from "../production/headers.ts";
import { timed } from "../timed.ts";
import { libraryCode, notebookCode } from "./code.ts";
import { libraryTypes } from "./types.ts";

/**
 * Puts what other pages may load into `dist/lib/`: the harness with its types and the schema of a result, and the module of
 * saved notebooks.
 */
export function library(): AstroIntegration {
  let root = "";
  return {
    name: "hot-path-library",
    hooks: {
      "astro:config:done"({ config }) {
        root = fileURLToPath(config.root);
      },
      async "astro:build:done"({ dir, logger }) {
        const folder = join(fileURLToPath(dir), libraryFolder);
        const [code, types, notebook] = await timed(logger, "Wrote the library", () =>
          Promise.all([libraryCode(root), libraryTypes(root), notebookCode(root), mkdir(folder)]),
        );
        await Promise.all([
          writeFile(join(folder, "bench.js"), code),
          writeFile(join(folder, "bench.d.ts"), types),
          writeFile(join(folder, "notebook.js"), notebook),
          copyFile(join(root, "src/bench/schema/result.v1.json"), join(folder, "result.v1.json")),
        ]);
      },
    },
  };
}
