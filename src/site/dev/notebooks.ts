import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import type { ErrorPayload, Plugin, ViteDevServer } from "vite";
import type { NotebookError } from "../../notebook/compile/error.ts";
import { forgetPreludes } from "../../notebook/compile/prelude.ts";
import { compiledFolder } from "../../notebook/compile/write.ts";
import { prepareEach } from "../notebooks/prepare.ts";
import { watchPaths } from "./files.ts";
import { type Consequence, consequence } from "./saved.ts";
import { Told } from "./told.ts";

/** An editor may still be writing the file when its change is announced. */
const settleMs = 40;

const types: Record<string, string> = { js: "text/javascript", json: "application/json" };

/** Folders with files that pages show and Astro does not know of. */
const FOLDERS = ["content", "notebooks", "src/bench", "src/simulate"];

/** Id and mistakes of every notebook that is broken at present. */
export type Broken = Map<string, NotebookError[]>;

/**
 * Serves compiled notebooks in development. A saved file that pages show is compiled if need be, and open pages load again;
 * mistakes in notebooks lie over every page, with their place, until they are mended.
 */
export function notebooksInDev(root: string, base: string, broken: Broken): Plugin {
  const prefix = `${base.replace(/\/$/, "")}/_notebooks/`;
  const closing = new AbortController();
  return {
    name: "hot-path-notebooks-dev",
    // for Vite an .html file is a page: it would load pages again before the notebook is compiled
    config: () => ({ server: { watch: { ignored: [`${root.replace(/\/$/, "")}/notebooks/**`] } } }),
    async configureServer(server) {
      const pending = new Map<string, NodeJS.Timeout>();
      let last = Promise.resolve();
      const saved = (file: string) => {
        clearTimeout(pending.get(file));
        const take = () => {
          pending.delete(file);
          const asked = consequence(root, file);
          // one after the other: two at a time would write into one folder
          if (asked) last = last.then(() => follow(root, server, broken, asked));
        };
        pending.set(file, setTimeout(take, settleMs));
      };
      await watchPaths(root, FOLDERS, saved, closing.signal);
      // a page that is opened or loaded meanwhile has to be told as well
      server.environments.client.hot.on("vite:client:connect", () => tell(server, broken));
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split("?")[0] ?? "";
        const file = path.startsWith(prefix) ? join(root, compiledFolder, path.slice(prefix.length)) : "";
        if (!file || !existsSync(file)) return next();
        response.setHeader("Content-Type", types[file.split(".").at(-1) ?? ""] ?? "text/plain");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        createReadStream(file).pipe(response);
      });
    },
    buildEnd: () => closing.abort(),
  };
}

/** Compiles what is to be compiled; then pages load again, or are told the mistakes. */
async function follow(
  root: string,
  server: ViteDevServer,
  broken: Broken,
  { compile, inWorkers }: Consequence,
): Promise<void> {
  if (inWorkers) forgetPreludes();
  try {
    const only = compile === "all" ? undefined : compile;
    const found: Broken = compile.length > 0 ? await prepareEach(root, { only }) : new Map();
    for (const id of only ?? [...broken.keys()]) broken.delete(id);
    for (const [id, errors] of found) broken.set(id, errors);
    if (found.size === 0) return server.environments.client.hot.send({ type: "full-reload", path: "*" });
    for (const { message } of [...found.values()].flat()) server.config.logger.error(message);
    tell(server, broken);
  } catch (error) {
    server.config.logger.error(`The notebooks could not be compiled: ${(error as Error).message}`);
  }
}

function tell(server: ViteDevServer, broken: Broken): void {
  const lines = [...broken.values()].flat().map(({ message }) => message);
  if (lines.length === 0) return;
  const { name, title, message, loc, stack = "" } = new Told(lines);
  const err = { name, title, message, loc, stack } as ErrorPayload["err"];
  server.environments.client.hot.send({ type: "error", err });
}
