/**
 * The harness inside a dedicated worker. Bundled as a classic script in front of a notebook's cells, it needs
 * nothing outside itself. A worker gets one message `{job, captures}`, answers with one `Reply`, and is ended.
 */
import type { RunOf, WorkerJob } from "./host.ts";
import type { Spec } from "./types.ts";
import { floor, measure, pilot, survey, sweep } from "./worker/jobs.ts";

export interface Request {
  job: WorkerJob;
  /** host values that the cells refer to, by name */
  captures: Record<string, unknown>;
}

export type Reply =
  | { type: "done"; run: RunOf<WorkerJob>; busyMs: number }
  | { type: "error"; name: string; message: string; stack: string };

export type Load = (captures: Record<string, unknown>) => Promise<Spec>;

/** Does one job; `load` evaluates the notebook's cells and gives the Spec. */
export async function perform(load: Load, { job, captures }: Request): Promise<RunOf<WorkerJob>> {
  if (job.kind === "floor") return floor(job);
  const start = performance.now();
  const spec = await load(captures);
  const loadMs = performance.now() - start;
  switch (job.kind) {
    case "pilot":
      return pilot(spec, job, loadMs);
    case "measure":
      return measure(spec, job);
    case "survey":
      return survey(spec, job, loadMs);
    case "sweep":
      return sweep(spec, job);
  }
}

/** Waits for the job of this worker. */
export function serve(load: Load): void {
  const scope = globalThis as unknown as {
    onmessage: (event: { data: Request }) => void;
    postMessage(reply: Reply): void;
  };
  scope.onmessage = async ({ data }) => {
    const start = performance.now();
    try {
      const run = await perform(load, data);
      scope.postMessage({ type: "done", run, busyMs: performance.now() - start });
    } catch (error) {
      scope.postMessage({ type: "error", ...describeError(error) });
    }
  };
}

function describeError(error: unknown): { name: string; message: string; stack: string } {
  if (error instanceof Error) return { name: error.name, message: error.message, stack: error.stack ?? "" };
  return { name: "Error", message: String(error), stack: "" };
}
