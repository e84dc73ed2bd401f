import { type ExperimentContext, experiment } from "../../bench/experiment/experiment.ts";
import type { Host } from "../../bench/host.ts";
import type { Inputs, Spec } from "../../bench/types.ts";
import type { ExactClaim } from "../../charts/claims/exact-claims.ts";
import type { BookNotebook } from "../compile/book.ts";
import { NotebookError, NotebookErrors } from "../compile/error.ts";
import type { LineRange } from "../compile/text.ts";
import { recordedOf } from "../record/record.ts";
import type { HostModule } from "../run/cell.ts";
import { locate } from "../run/failures/locate.ts";
import { NotebookInputs } from "../run/inputs/inputs.ts";
import { loaders } from "../run/library/libraries.ts";
import { type CellFailure, isCause, RunningNotebook } from "../run/running-notebook.ts";
import { pageKernels } from "../wasm/on-page.ts";
import { installDom } from "./dom.ts";

/** A cell that has neither value nor error after this long cannot be shown without JavaScript. */
const patienceMs = 10_000;

/** What evaluating a notebook needs to know of it. */
export type Evaluable = Pick<BookNotebook, "file" | "cells" | "experiments" | "kernels" | "recorded">;

/** The compiled module of a notebook's cells, loaded. */
export interface HostCode {
  cells: HostModule;
  /** part of the module's address, as it stands in stacks */
  script: string;
  lines: LineRange[];
}

/** A notebook at rest: every cell has its value, and nothing was measured. */
export interface Evaluated {
  /** cell id to the element that shows its output */
  outputs: Map<number, HTMLElement>;
  /** experiment name to what it declares */
  specs: Map<string, Spec>;
  /** experiment name to the inputs that it depends on, as the page starts with them */
  inputs: Map<string, Inputs>;
  /** claims on models, in the order of the cells */
  exact: ExactClaim[];
  dispose: () => void;
}

/**
 * Evaluates a notebook's cells in this process, on the recorded results, as a page does before anything runs.
 * @throws NotebookErrors if a cell throws or never settles
 */
export async function evaluate(notebook: Evaluable, host: HostCode): Promise<Evaluated> {
  installDom();
  const outputs = new Map(notebook.cells.map((cell) => [cell.id, document.createElement("div")]));
  const kernels = pageKernels(notebook.kernels);
  const specs = new Map<string, Spec>();
  const captures = new Map<string, string[]>();
  const set = new NotebookInputs();
  const exact: ExactClaim[] = [];
  const running = new RunningNotebook((lib) => host.cells(lib).map((cell) => ({ ...cell, fixed: false })), {
    column: document.createElement("div"),
    roots: outputs,
    changed: () => {},
    named: (name, value) => set.note(name, value),
    load: async (library, cell) => {
      const kernel = kernels(library);
      if (kernel) return kernel;
      const module = await loaders[library]();
      if (library === "#charts") return withClaims(module as Charts, exact);
      if (library !== "#bench" || !cell) return module;
      const atRest = (spec: Spec) => {
        specs.set(cell.name, spec);
        captures.set(cell.name, Object.keys(cell.captures));
        return experiment(spec, contextOf(cell.name, notebook));
      };
      return { ...(module as object), experiment: atRest };
    },
  });
  const failures = await Promise.race([running.settled(), timeout()]);
  const errors = failures === null ? [late(notebook)] : failures.filter(isCause).map(toError(notebook, host));
  if (errors.length > 0) {
    running.dispose();
    throw new NotebookErrors(errors);
  }
  const inputs = new Map([...captures].map(([name, used]) => [name, set.used(running.behind(used))]));
  return { outputs, specs, inputs, exact, dispose: () => running.dispose() };
}

/**
 * The same for a notebook that no build has written to a file.
 * @throws NotebookErrors
 */
export async function evaluateCompiled(notebook: BookNotebook): Promise<Evaluated> {
  const script = "data:text/javascript;charset=utf-8,";
  const { code, lines } = notebook.host;
  const { default: cells } = (await import(/* @vite-ignore */ `${script}${encodeURIComponent(code)}`)) as {
    default: HostModule;
  };
  return evaluate(notebook, { cells, script, lines });
}

type Charts = typeof import("#charts");

/** The charts, with a note of every claim on a model. */
function withClaims(charts: Charts, exact: ExactClaim[]): Charts {
  return {
    ...charts,
    exactClaims: (claims) => {
      exact.push(...claims);
      return charts.exactClaims(claims);
    },
  };
}

/** An experiment that has only recorded results: nothing runs. */
function contextOf(name: string, { experiments, recorded }: Evaluable): ExperimentContext {
  const hash = experiments.find((e) => e.name === name)?.hash ?? "";
  return {
    name,
    hash,
    recorded: recordedOf(recorded, name),
    own: null,
    host: {} as Host,
    finished: () => {},
  };
}

function late({ file }: Evaluable): NotebookError {
  return new NotebookError(
    file,
    { line: 1, column: 1 },
    `a cell had no value after ${patienceMs / 1000} s`,
    "Let every cell give a first value without a click",
  );
}

function toError(notebook: Evaluable, { script, lines }: HostCode): (failure: CellFailure) => NotebookError {
  return ({ cell, error }) => {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    const line = notebook.cells.find((c) => c.id === cell.id)?.line ?? 1;
    return new NotebookError(
      notebook.file,
      locate(stack, script, lines) ?? { line, column: 5 },
      message.replace(/\.$/, ""),
      "The cell must run on the recorded results when the page is built",
    );
  };
}

function timeout(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs, null).unref());
}
