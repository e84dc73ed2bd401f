import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compiledFolder, type Notebook } from "../compile/write.ts";
import type { HostModule } from "../run/cell.ts";
import { evaluate } from "./evaluate.ts";
import { serialise } from "./serialise.ts";

/**
 * Evaluates a notebook's cells on the recorded results and returns the HTML of each cell's output: what a reader
 * sees before anything runs, and without JavaScript.
 * @throws NotebookErrors if a cell throws or never settles
 */
export async function renderNotebook(root: string, notebook: Notebook): Promise<Map<number, string>> {
  const { default: cells } = (await import(
    pathToFileURL(join(root, compiledFolder, notebook.host)).href
  )) as {
    default: HostModule;
  };
  const script = notebook.host.split("/").at(-1) ?? "";
  const { outputs, dispose } = await evaluate(notebook, { cells, script, lines: notebook.hostLines });
  const html = new Map([...outputs].map(([id, element]) => [id, serialise(element)]));
  dispose();
  return html;
}
