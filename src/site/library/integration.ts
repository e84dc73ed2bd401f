import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { libraryFolder } from "../production/headers.ts";
import { libraryCode } from "./code.ts";
import { libraryTypes } from "./types.ts";

/** Puts the harness for other pages into `dist/lib/`: the module, its types, and the schema of a result. */
export function library(): AstroIntegration {
  let root = "";
  return {
    name: "hot-path-library",
    hooks: {
      "astro:config:done"({ config }) {
        root = fileURLToPath(config.root);
      },
      async "astro:build:done"({ dir }) {
        const folder = join(fileURLToPath(dir), libraryFolder);
        const [code, types] = await Promise.all([libraryCode(root), libraryTypes(root), mkdir(folder)]);
        await Promise.all([
          writeFile(join(folder, "bench.js"), code),
          writeFile(join(folder, "bench.d.ts"), types),
          copyFile(join(root, "src/bench/schema/result.v1.json"), join(folder, "result.v1.json")),
        ]);
      },
    },
  };
}
