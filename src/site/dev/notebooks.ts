import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import type { ErrorPayload, Plugin, ViteDevServer } from "vite";
import { forgetPreludes } from "../../notebook/compile/prelude.ts";
import { compiledFolder } from "../../notebook/compile/write.ts";
import { prepareEach } from "../notebooks/prepare.ts";
import type { Beside } from "../notebooks/prepare-beside.ts";
import { notebooksOfPage } from "../prerender/in-order.ts";
import { watchPaths } from "./files.ts";
import { type Consequence, consequence } from "./saved.ts";
import { Told } from "./told.ts";

/** An editor may still be writing the file when its change is announced. */
const settleMs = 40;

const types: Record<string, string> = { js: "text/javascript", json: "application/json" };

/** Folders with files that pages show and Astro does not know of. */
const FOLDERS = ["content", "notebooks", "src/bench", "src/simulate"];

/** Id and mistakes, a line each, of every notebook that is broken at present. */
type Broken = Map<string, string[]>;

/**
 * Serves compiled notebooks in development; pages wait for theirs while the server starts. A saved file that pages show is compiled if need be, and open pages load again;
 * mistakes in notebooks lie over every page, with their place, until they are mended.
 */
export function notebooksInDev(root: string, base: string, beside: Beside): Plugin {
  const prefix = `${base.replace(/\/$/, "")}/_notebooks/`;
  const broken: Broken = new Map();
  const closing = new AbortController();
  return {
    name: "hot-path-notebooks-dev",
    // for Vite an .html file is a page: it would load pages again before the notebook is compiled
    config: () => ({ server: { watch: { ignored: [`${root.replace(/\/$/, "")}/notebooks/**`] } } }),
    async configureServer(server) {
      beside.ended.then((found) => {
        for (const [id, lines] of found.broken) broken.set(id, lines);
        for (const line of [...broken.values()].flat()) server.config.logger.error(line);
        tell(server, broken);
      }, toldBy(server));
      const pending = new Map<string, NodeJS.Timeout>();
      let last = Promise.resolve();
      const saved = (file: string) => {
        clearTimeout(pending.get(file));
        const take = () => {
          pending.delete(file);
          const asked = consequence(root, file);
          // one after the other: two at a time would write into one folder
          if (asked) last = last.then(() => follow({ root, server, broken, beside }, asked));
        };
        pending.set(file, setTimeout(take, settleMs));
      };
      await watchPaths(root, FOLDERS, saved, closing.signal);
      // a page that is opened or loaded meanwhile has to be told as well
      server.environments.client.hot.on("vite:client:connect", () => tell(server, broken));
      server.middlewares.use(async (request, response, next) => {
        const path = request.url?.split("?")[0] ?? "";
        if (path.endsWith("/"))
          await beside.ready(notebooksOfPage(path.slice(base.length), root)).catch(() => {});
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

interface Followed {
  root: string;
  server: ViteDevServer;
  broken: Broken;
  beside: Beside;
}

/** Compiles what is to be compiled; then pages load again, or are told the mistakes. */
async function follow(
  { root, server, broken, beside }: Followed,
  { compile, inWorkers }: Consequence,
): Promise<void> {
  if (inWorkers) forgetPreludes();
  try {
    const only = compile === "all" ? undefined : compile;
    // two at a time would write into one folder
    if (compile.length > 0) await beside.ready(only);
    const found = compile.length > 0 ? await prepareEach(root, { only }) : new Map();
    for (const id of only ?? [...broken.keys()]) broken.delete(id);
    for (const [id, errors] of found)
      broken.set(
        id,
        errors.map(({ message }: Error) => message),
      );
    if (found.size === 0) return server.environments.client.hot.send({ type: "full-reload", path: "*" });
    for (const { message } of [...found.values()].flat()) server.config.logger.error(message);
    tell(server, broken);
  } catch (error) {
    toldBy(server)(error as Error);
  }
}

/** Says in the terminal what went wrong that is no mistake of the writer's. */
function toldBy(server: ViteDevServer): (error: Error) => void {
  return ({ message }) => server.config.logger.error(`The notebooks could not be compiled: ${message}`);
}

function tell(server: ViteDevServer, broken: Broken): void {
  const lines = [...broken.values()].flat();
  if (lines.length === 0) return;
  const { name, title, message, loc, stack = "" } = new Told(lines);
  const err = { name, title, message, loc, stack } as ErrorPayload["err"];
  server.environments.client.hot.send({ type: "error", err });
}
