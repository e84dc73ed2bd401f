import { createReadStream, existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin, ViteDevServer } from "vite";
import { NotebookErrors } from "../../notebook/compile/error.ts";
import { notebooksWith } from "../../notebook/compile/find.ts";
import { forgetPreludes } from "../../notebook/compile/prelude.ts";
import { compiledFolder } from "../../notebook/compile/write.ts";
import { prepareNotebooks } from "./prepare.ts";

/** An editor may still be writing the file when its change is announced. */
const settleMs = 40;

const types: Record<string, string> = { js: "text/javascript", json: "application/json" };

/** Serves compiled notebooks in development, and compiles a notebook again when it or a kernel of it is saved; mistakes appear as an overlay with their place. */
export function notebooksInDev(root: string, base: string): Plugin {
  const prefix = `${base.replace(/\/$/, "")}/_notebooks/`;
  return {
    name: "hot-path-notebooks-dev",
    configureServer(server) {
      server.watcher.add([join(root, "notebooks"), join(root, "src/bench"), join(root, "src/simulate")]);
      const pending = new Map<string, NodeJS.Timeout>();
      for (const event of ["add", "change", "unlink"] as const) {
        server.watcher.on(event, (path) => {
          clearTimeout(pending.get(path));
          pending.set(
            path,
            setTimeout(() => void recompile(root, server, path), settleMs),
          );
        });
      }
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split("?")[0] ?? "";
        const file = path.startsWith(prefix) ? join(root, compiledFolder, path.slice(prefix.length)) : "";
        if (!file || !existsSync(file)) return next();
        response.setHeader("Content-Type", types[file.split(".").at(-1) ?? ""] ?? "text/plain");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        createReadStream(file).pipe(response);
      });
    },
  };
}

async function recompile(root: string, server: ViteDevServer, path: string): Promise<void> {
  const changed = relative(root, path).replaceAll("\\", "/");
  const library = /^src\/(bench|simulate)\/.*\.ts$/.test(changed);
  const only = library ? undefined : notebooksOf(root, changed);
  if (only?.length === 0) return;
  if (library) forgetPreludes();
  try {
    await prepareNotebooks(root, only);
    server.ws.send({ type: "full-reload" });
  } catch (error) {
    if (!(error instanceof NotebookErrors)) throw error;
    const [{ file, line, column }] = error.errors;
    server.config.logger.error(error.message);
    server.ws.send({
      type: "error",
      err: { message: error.message, stack: "", id: file, loc: { file, line, column } },
    });
  }
}

/** Ids of the notebooks that a changed file belongs to; all, as undefined, after a notebook was taken away. */
function notebooksOf(root: string, changed: string): string[] | undefined {
  if (/^notebooks\/.*\.(as\.ts|wat)$/.test(changed)) return notebooksWith(root, changed);
  const notebook = /^notebooks\/([^/]+\/[^/.]+)(\.html$|\.recorded\/)/.exec(changed);
  if (!notebook) return [];
  return existsSync(join(root, `notebooks/${notebook[1]}.html`)) ? [notebook[1]] : undefined;
}
