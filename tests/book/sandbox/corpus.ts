import { compile } from "../../../src/notebook/compile/compile.ts";
import { workerPrelude } from "../../../src/notebook/compile/prelude.ts";
import { broken } from "./cells/broken.ts";
import { endless } from "./cells/endless.ts";
import { forged } from "./cells/forged.ts";
import { memory } from "./cells/memory.ts";
import { reach } from "./cells/reach.ts";
import { shown } from "./cells/shown.ts";
import type { Hostile } from "./hostile.ts";

/** All but one, which comes last. @param server address of what nobody may reach */
export function hostileCells(server: string): Hostile[] {
  return [...endless, ...memory, ...reach(server), ...forged, ...shown, ...broken];
}

/** Id of the first cell; the one before it imports `experiment` for all. */
export const FIRST_CELL = 2;

/** One notebook of them, compiled as the book's are: the script of its workers. */
export async function workerScript(cells: readonly Pick<Hostile, "before" | "spec">[]): Promise<string> {
  const text = (id: number, code: string) => `<script id="${id}" type="module">${code}</script>`;
  const scripts = cells.map(({ before = "", spec }, i) =>
    text(FIRST_CELL + i, `{ ${before} }\nconst run${i} = view(experiment(${spec}));`),
  );
  const html = `<!doctype html><notebook><title>Hostile</title>${[text(1, 'import { experiment } from "#bench";'), ...scripts].join("\n")}</notebook>`;
  const { worker } = await compile("hostile.html", html, workerPrelude);
  if (!worker) throw new Error("no cell declares an experiment");
  // the compiler refuses import(…); the sandbox must hold without it
  return worker.code.replaceAll("globalThis.dynamicImport(", "import(");
}
