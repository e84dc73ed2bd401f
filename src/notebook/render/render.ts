import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ExactClaim } from "../../charts/claims/exact-claims.ts";
import { compiledFolder, type Notebook } from "../compile/write.ts";
import type { HostModule } from "../run/cell.ts";
import { evaluate } from "./evaluate.ts";
import { serialise } from "./serialise.ts";

/** A notebook as it is shown before anything runs. */
export interface Rendered {
  /** cell id to the HTML of its output */
  outputs: Record<number, string>;
  /** claims on models, in the order of the cells */
  exact: ExactClaim[];
}

/**
 * Evaluates a notebook's cells on the recorded results and returns what a reader sees before anything runs, and without
 * JavaScript.
 * @throws NotebookErrors if a cell throws or never settles
 */
export async function renderNotebook(root: string, notebook: Notebook): Promise<Rendered> {
  const { default: cells } = (await import(
    pathToFileURL(join(root, compiledFolder, notebook.host)).href
  )) as {
    default: HostModule;
  };
  const script = notebook.host.split("/").at(-1) ?? "";
  const { outputs, exact, dispose } = await evaluate(notebook, { cells, script, lines: notebook.hostLines });
  const html = Object.fromEntries([...outputs].map(([id, element]) => [id, serialise(element)]));
  dispose();
  return { outputs: html, exact };
}
