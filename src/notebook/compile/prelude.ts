import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const serveCells = fileURLToPath(new URL("../worker/serve-cells.ts", import.meta.url));
/** Libraries that only workers have: no cell can import them. */
const forWorkers: Record<string, string> = {
  "#kernels": fileURLToPath(new URL("../worker/kernels.ts", import.meta.url)),
};
const cache = new Map<string, Promise<string>>();

/**
 * The harness and the named libraries as one script that defines `hotPathWorker`, unminified: a minifier
 * rewrites code (`if`/`else` becomes arithmetic), and what the reader reads must be what runs.
 */
export function workerPrelude(libraries: string[]): Promise<string> {
  const key = libraries.toSorted().join(" ");
  const cached = cache.get(key) ?? bundle(libraries);
  cache.set(key, cached);
  return cached;
}

/** Forgets bundles, after a file of the harness or of a library has changed. */
export function forgetPreludes(): void {
  cache.clear();
}

async function bundle(names: string[]): Promise<string> {
  const entry = "\0worker-prelude";
  const lines = names.map(
    (name, i) =>
      `import * as library${i} from ${JSON.stringify(name)};\nlibraries[${JSON.stringify(name)}] = library${i};`,
  );
  const build = await rolldown({
    input: entry,
    plugins: [
      {
        name: "worker-prelude",
        resolveId: (id) => (id === entry ? id : id.startsWith("#") ? pathOf(id) : null),
        load: (id) =>
          id === entry
            ? `import { libraries } from ${JSON.stringify(serveCells)};\n${lines.join("\n")}\nexport { lib, serveCells } from ${JSON.stringify(serveCells)};`
            : null,
      },
    ],
    logLevel: "silent",
  });
  const { output } = await build.generate({ format: "iife", name: "hotPathWorker", minify: false });
  await build.close();
  return `${output[0].code}\nconst lib = hotPathWorker.lib;`;
}

function pathOf(library: string): string {
  return forWorkers[library] ?? fileURLToPath(import.meta.resolve(library));
}
