import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ExperimentContext, experiment } from "../../bench/experiment.ts";
import type { Host } from "../../bench/host.ts";
import type { Result, Spec } from "../../bench/types.ts";
import { NotebookError, NotebookErrors } from "../compile/error.ts";
import { compiledFolder, type Notebook } from "../compile/write.ts";
import type { HostModule } from "../run/cell.ts";
import { loaders } from "../run/libraries.ts";
import { locate } from "../run/locate.ts";
import { type CellFailure, isCause, RunningNotebook } from "../run/running-notebook.ts";
import { pageKernels } from "../wasm/on-page.ts";
import { installDom } from "./dom.ts";
import { serialise } from "./serialise.ts";

/** A cell that has neither value nor error after this long cannot be shown without JavaScript. */
const patienceMs = 10_000;

/**
 * Evaluates a notebook's cells on the recorded results and returns the HTML of each cell's output: what a reader
 * sees before anything runs, and without JavaScript.
 * @throws NotebookErrors if a cell throws or never settles
 */
export async function renderNotebook(root: string, notebook: Notebook): Promise<Map<number, string>> {
  installDom();
  const { default: host } = (await import(pathToFileURL(join(root, compiledFolder, notebook.host)).href)) as {
    default: HostModule;
  };
  const column = document.createElement("div");
  const roots = new Map(notebook.cells.map((cell) => [cell.id, document.createElement("div")]));
  const kernels = pageKernels(notebook.kernels);
  const running = new RunningNotebook((lib) => host(lib).map((cell) => ({ ...cell, fixed: false })), {
    column,
    roots,
    changed: () => {},
    load: async (library, cell) => {
      const kernel = kernels(library);
      if (kernel) return kernel;
      const module = (await loaders[library]()) as object;
      if (library !== "#bench" || !cell) return module;
      const hash = notebook.experiments.find((e) => e.name === cell.name)?.hash ?? "";
      return { ...module, experiment: (spec: Spec) => experiment(spec, atRest(cell.name, hash, notebook)) };
    },
  });
  const failures = await Promise.race([running.settled(), timeout()]);
  const html = new Map([...roots].map(([id, element]) => [id, serialise(element)]));
  running.dispose();
  if (failures === null)
    throw new NotebookErrors([
      new NotebookError(
        notebook.file,
        { line: 1, column: 1 },
        `a cell had no value after ${patienceMs / 1000} s`,
        "Let every cell give a first value without a click",
      ),
    ]);
  const causes = failures.filter(isCause);
  if (causes.length > 0) throw new NotebookErrors(causes.map((failure) => toError(notebook, failure)));
  return html;
}

/** An experiment that has only recorded results: nothing runs during a build. */
function atRest(name: string, hash: string, notebook: Notebook): ExperimentContext {
  const recorded = notebook.recorded
    .map((record) => record.results[name])
    .filter((result): result is Result => result !== undefined);
  return { name, hash, recorded, own: null, host: {} as Host, finished: () => {} };
}

function toError(notebook: Notebook, { cell, error }: CellFailure): NotebookError {
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const line = notebook.cells.find((c) => c.id === cell.id)?.line ?? 1;
  const at = locate(stack, notebook.host.split("/").at(-1) ?? "", notebook.hostLines) ?? { line, column: 5 };
  return new NotebookError(
    notebook.file,
    at,
    message.replace(/\.$/, ""),
    "The cell must run on the recorded results when the page is built",
  );
}

function timeout(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs, null).unref());
}
