import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";
import { licenceList, packageFolder, readPackage } from "./packages.ts";

/** Packages that reach the reader by other ways than the bundles of pages. */
const beside = [
  // the service worker
  "workbox-core",
  "workbox-routing",
  "workbox-strategies",
  // the search, copied as it is
  "pagefind",
  // markup and styles in every page
  "astro",
  "@astrojs/starlight",
  "astro-expressive-code",
  // its runtime, in kernels compiled from it
  "assemblyscript",
];

const fonts = ["serif", "mono"].map(
  (name) => new URL(`../fonts/hot-path-${name}.LICENSE.txt`, import.meta.url),
);

/** Writes `/licences.txt`: the packages of which readers get a part, found by what the bundler put into the scripts of pages. */
export function licences(): AstroIntegration {
  const folders = new Set<string>();
  let root = "";
  return {
    name: "hot-path-licences",
    hooks: {
      "astro:config:setup"({ config, updateConfig }) {
        root = fileURLToPath(config.root);
        updateConfig({ vite: { plugins: [noteFolders(folders)] } });
      },
      async "astro:build:done"({ dir }) {
        for (const name of beside) folders.add(join(root, "node_modules", name));
        const texts = fonts.map((file) => readFileSync(file, "utf8").trim());
        const list = licenceList([...folders].map(readPackage), `The fonts\n\n${texts.join("\n\n")}`);
        await writeFile(new URL("licences.txt", dir), list);
      },
    },
  };
}

function noteFolders(folders: Set<string>): Plugin {
  return {
    name: "hot-path-shipped-packages",
    applyToEnvironment: ({ name }) => name === "client",
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const folder of chunk.moduleIds.map(packageFolder)) if (folder) folders.add(folder);
      }
    },
  };
}
