import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { compileKernel } from "./compile-kernel.ts";
import { isKernel, type Kernel, kernelData } from "./kernel.ts";

const prefix = "\0hot-path-kernel:";
const opener = fileURLToPath(new URL("../../wasm/open.ts", import.meta.url));

/**
 * Lets the command line of Observable Notebook Kit, which is built on Vite, build notebooks that import kernels: each
 * becomes a module with the exports of one instance.
 */
export function kernelModules(): Plugin {
  let root = "";
  return {
    name: "hot-path-kernels",
    enforce: "pre",
    configResolved(config) {
      root = config.root;
    },
    resolveId(source, importer) {
      if (!importer || !isKernel(source)) return null;
      // a path that ends in .ts would be compiled as TypeScript
      return `${prefix}${resolve(dirname(importer.replace(/\?.*$/, "")), source)}.js`;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return null;
      const path = id.slice(prefix.length, -".js".length);
      this.addWatchFile(path);
      const file = relative(root, path).replaceAll("\\", "/");
      return moduleOf(await compileKernel(file, readFileSync(path, "utf8")));
    },
  };
}

function moduleOf(kernel: Kernel): string {
  const names = [...Object.keys(kernel.exports), "instantiate"].join(", ");
  return [
    `import { openKernel } from ${JSON.stringify(opener)};`,
    `export const { ${names} } = await openKernel(${JSON.stringify(kernelData(kernel))});`,
  ].join("\n");
}
