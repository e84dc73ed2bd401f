/**
 * The harness inside a dedicated worker. Bundled as a classic script in front of a notebook's cells, it needs
 * nothing outside itself. A worker gets one `Request`, answers with one reply "done" or "error", and is ended. In a set
 * that runs side by side, in between:
 *
 *     page                     worker 0                 every other worker
 *       ├── Request ─────────────►│                        │
 *       ├── Request ──────────────┼───────────────────────►│
 *       │◄───────────── "input" ──┤  setup                 │
 *       ├── "input" ──────────────┼───────────────────────►│
 *       │◄───────────── "ready" ──┤  warm                  │
 *       │◄──────────────────────── "ready" ────────────────┤  warm
 *       ├── "go" ────────────────►│                        │
 *       ├── "go" ─────────────────┼───────────────────────►│
 */
import { declarationOf } from "../declaration/declaration.ts";
import type { RunOf, TogetherJob, TogetherRun, WorkerJob } from "../host.ts";
import { latencies } from "../latencies/live.ts";
import { trial } from "../lives/trial.ts";
import { timeline } from "../timeline/live.ts";
import type { Spec } from "../types.ts";
import { floor, measure, pilot, survey, sweep } from "./jobs.ts";
import { missingSharedMemory } from "./shared-memory.ts";
import { gate, type Mates, team } from "./team.ts";

export interface Request {
  job: WorkerJob | TogetherJob;
  /** host values that the cells refer to, by name */
  captures: Record<string, unknown>;
}

/** What a worker of a set hears after its request; `at` is the common start in ms since 1970. */
export type Cue = { type: "input"; input: unknown } | { type: "go"; at: number };

export type Reply =
  | { type: "input"; input: unknown }
  | { type: "ready" }
  | { type: "done"; run: RunOf<WorkerJob> | TogetherRun; busyMs: number }
  | { type: "error"; name: string; message: string; stack: string };

export type Load = (captures: Record<string, unknown>) => Promise<Spec>;

/** Does one job; `load` evaluates the notebook's cells and gives the Spec. */
export async function perform(
  load: Load,
  { job, captures }: Request,
  mates: Mates = alone,
): Promise<RunOf<WorkerJob> | TogetherRun> {
  if (job.kind === "floor") return floor(job);
  if (job.kind === "gate") return gate(job, mates);
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
    case "team":
      return team(spec, job, mates);
    case "trial":
      return trial(spec, job, loadMs);
    case "latencies":
      return latencies(spec, job);
    case "timeline":
      return timeline(spec, job);
    case "describe":
      return declarationOf(spec);
  }
}

/** For a worker that is the only one of its set. */
const alone: Mates = {
  share: () => {},
  input: new Promise(() => {}),
  start: async () => performance.now(),
};

/** Waits for the job of this worker. */
export function serve(load: Load): void {
  const scope = globalThis as unknown as {
    onmessage: (event: { data: Request | Cue }) => void;
    onmessageerror: () => void;
    postMessage(reply: Reply): void;
  };
  // now, because a sandbox takes the global one away before the cells are evaluated
  const send = scope.postMessage.bind(scope);
  const input = Promise.withResolvers<unknown>();
  const go = Promise.withResolvers<number>();
  const mates: Mates = {
    share: (input) => send({ type: "input", input }),
    input: input.promise,
    start: () => {
      send({ type: "ready" });
      return go.promise;
    },
  };
  scope.onmessageerror = () => {
    const message =
      "A message to this worker could not be read: WebAssembly.Memory or another thing that is shared.";
    send({ type: "error", ...describeError(new TypeError(message)) });
  };
  scope.onmessage = async ({ data }) => {
    if (!("job" in data)) {
      if (data.type === "input") input.resolve(data.input);
      else go.resolve(data.at - performance.timeOrigin);
      return;
    }
    const start = performance.now();
    try {
      const run = await perform(load, data, mates);
      send({ type: "done", run, busyMs: performance.now() - start });
    } catch (error) {
      send({ type: "error", ...describeError(error) });
    }
  };
}

/** Texts, whatever was thrown: an error may have any fields, and a text of its own may throw again. */
function describeError(error: unknown): { name: string; message: string; stack: string } {
  try {
    if (!(error instanceof Error)) return { name: "Error", message: String(error), stack: "" };
    const [name, message, stack] = [error.name, error.message, error.stack ?? ""].map(String);
    return { name, message: missingSharedMemory(message) ?? message, stack };
  } catch {
    return { name: "Error", message: "What was thrown cannot be told: its text throws as well.", stack: "" };
  }
}
