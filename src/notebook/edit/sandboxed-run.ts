import type { WorkerLike } from "../../bench/browser/browser-host.ts";
import { browserHost } from "../../bench/browser/browser-host.ts";
import { describeSpec } from "../../bench/declaration/describe-spec.ts";
import { WorkerError } from "../../bench/errors.ts";
import type { Spec } from "../../bench/types.ts";
import { replaceWorkerCells } from "../compile/emit.ts";
import type { Experiment } from "../compile/partition.ts";
import type { LineRange } from "../compile/text.ts";
import type { Manifest } from "../compile/write.ts";
import { locate } from "../run/failures/locate.ts";
import { openSandbox, SANDBOX_SCRIPT } from "../sandbox/sandbox.ts";
import { compileEdits } from "./compile/compile-edits.ts";
import type { Edits } from "./edits.ts";
import { Mistakes, offsetAt } from "./mistake.ts";

/** An experiment with edited cells, as the sandbox has read it. */
export interface EditedExperiment {
  name: string;
  /** id of the cell that declares it */
  cell: number;
  /** what it declares, without its functions: the page never evaluates the cell */
  spec: Spec;
  /** host values that its cells use, and with which it was read */
  captures: Record<string, unknown>;
  /** the edited ones of its cells */
  edits: Edits;
  /** starts a worker of the sandbox */
  start: () => WorkerLike;
}

/** One run of edited experiments: a sandbox in which the edits stand in the place of the notebook's cells. */
export interface SandboxedRun {
  experiments: EditedExperiment[];
  /** An error of a cell in the sandbox, led back to the reader's own line; any other as it is. */
  explain: (error: unknown) => unknown;
  close: () => void;
}

export interface RunRequest {
  manifest: Manifest;
  /** address of the worker's script */
  worker: URL;
  edits: Edits;
  /** value of a name on the page */
  pageValue: (name: string) => Promise<unknown>;
  /** the one experiment that shall run; all unless given */
  only?: string;
  signal: AbortSignal;
}

/**
 * Opens a sandbox for the experiments that the edits touch and asks it what they declare; null if they touch none.
 * @throws Mistakes where the edits cannot run, AbortError after Stop
 */
export async function openRun(request: RunRequest): Promise<SandboxedRun | null> {
  const { manifest, edits, only, signal } = request;
  const { mistakes, experiments } = compileEdits(manifest, edits);
  if (mistakes.length > 0) throw new Mistakes(mistakes, { thrown: false });
  const wanted = experiments.filter(({ name }) => name === (only ?? name));
  if (wanted.length === 0) return null;
  const { code, lines } = replaceWorkerCells(await textOf(request.worker, signal), wanted);
  const sandbox = await openSandbox(code, { signal });
  const explain = (error: unknown) => ledBack(error, lines, manifest, edits);
  const start = () => sandbox.start();
  try {
    const read: EditedExperiment[] = [];
    for (const experiment of wanted) read.push(await readExperiment(experiment, start, request));
    return { experiments: read, explain, close: () => sandbox.close() };
  } catch (error) {
    sandbox.close();
    throw explain(error);
  }
}

async function readExperiment(
  { name, cell, pure, captures: names }: Experiment,
  start: () => WorkerLike,
  { edits, pageValue, signal }: RunRequest,
): Promise<EditedExperiment> {
  const values = await Promise.all(
    names.map(async (captured) => [captured, await pageValue(captured)] as const),
  );
  const captures = Object.fromEntries(values);
  const host = browserHost({ start, captures: { cell: cell.source.id, values: captures } });
  const spec = await describeSpec(host, signal);
  const ids = [...pure, cell].map(({ source }) => source.id);
  const own = new Map([...edits].filter(([id]) => ids.includes(id)));
  return { name, cell: cell.source.id, spec, captures, edits: own, start };
}

async function textOf(address: URL, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${address.pathname}`);
  return response.text();
}

function ledBack(error: unknown, lines: LineRange[], { cells }: Manifest, edits: Edits): unknown {
  if (!(error instanceof WorkerError)) return error;
  const place = locate(error.workerStack, SANDBOX_SCRIPT, lines);
  if (!place) return error;
  const { cell, line, column } = place;
  const text = edits.get(cell) ?? cells.find(({ id }) => id === cell)?.value ?? "";
  const mistake = { cell, offset: offsetAt(text, line, column), message: error.message };
  return new Mistakes([mistake], { thrown: true });
}
