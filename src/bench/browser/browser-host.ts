import { WATCHDOG_MS } from "../defaults.ts";
import { abortError, WorkerError } from "../errors.ts";
import type { Host, RunOf, TogetherJob, TogetherRun, WorkerJob, WorkerRun } from "../host.ts";
import type { Cue, Reply, Request } from "../worker/worker.ts";
import { probeClock } from "./clock.ts";
import { describeBrowser } from "./environment.ts";
import { pressureState } from "./pressure.ts";
import { watchHidden, whenVisible } from "./visibility.ts";

/** What the host needs of a `Worker`. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  postMessage(message: Request | Cue): void;
  terminate(): void;
}

export interface BrowserHostOptions {
  /** starts a worker whose script calls `serve` */
  start: () => WorkerLike;
  /** host values that the cells refer to, by name; cloned into every worker */
  captures: Record<string, unknown>;
  /** ms without an answer after which a worker is ended; 30,000 unless given */
  watchdogMs?: number;
}

/**
 * Runs each job in a worker of its own, one alive at a time but for jobs that belong together. To start a worker, hand it
 * its job and end it takes 15 ms (median of 420 comparisons in Chromium 156 on two cores, content/acceptance, 2026-11-20);
 * the plan takes what it sees.
 */
export function browserHost({ start, captures, watchdogMs = WATCHDOG_MS }: BrowserHostOptions): Host {
  async function runAll(
    jobs: (WorkerJob | TogetherJob)[],
    signal?: AbortSignal,
  ): Promise<WorkerRun<Done["run"][]>> {
    await whenVisible(signal);
    const startMs = performance.now();
    const wasHidden = watchHidden();
    try {
      const requests = jobs.map((job) => ({ job, captures }));
      const dones = await liveOnce(start, requests, watchdogMs, signal);
      const busyMs = Math.max(...dones.map((done) => done.busyMs));
      const overheadMs = Math.max(0, performance.now() - startMs - busyMs);
      return { run: dones.map(({ run }) => run), overheadMs, hidden: wasHidden() };
    } finally {
      wasHidden();
    }
  }
  return {
    clock: async () => probeClock(),
    environment: () => describeBrowser(pressureState()),
    now: () => performance.now(),
    async run<J extends WorkerJob>(job: J, signal?: AbortSignal): Promise<WorkerRun<RunOf<J>>> {
      const { run, ...life } = await runAll([job], signal);
      return { run: run[0] as RunOf<J>, ...life };
    },
    runTogether: async (jobs, signal) => (await runAll(jobs, signal)) as WorkerRun<TogetherRun[]>,
  };
}

type Done = Extract<Reply, { type: "done" }>;

/**
 * One life of a worker, or of several at once: a request each, what they have to tell each other, a reply each, the end.
 * The end comes to all at once, on abort, on the first error, and when the watchdog bites.
 */
function liveOnce(
  start: () => WorkerLike,
  requests: Request[],
  watchdogMs: number,
  signal?: AbortSignal,
): Promise<Done[]> {
  const workers: WorkerLike[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<Done[]>();
  const timer = setTimeout(() => reject(lateError(requests[0].job, watchdogMs)), watchdogMs);
  const stop = () => reject(abortError());
  signal?.addEventListener("abort", stop);
  const tell = (cue: Cue, first = 0) => {
    for (const worker of workers.slice(first)) worker.postMessage(cue);
  };
  const dones: Done[] = [];
  let ready = 0;
  let finished = 0;
  const hear = (index: number, reply: Reply) => {
    switch (reply.type) {
      case "input":
        return tell(reply, 1);
      case "ready":
        ready += 1;
        if (ready === workers.length) tell({ type: "go", at: performance.timeOrigin + performance.now() });
        return;
      case "done":
        dones[index] = reply;
        finished += 1;
        if (finished === workers.length) resolve(dones);
        return;
      case "error":
        return reject(new WorkerError(reply.message, reply.stack, reply.name));
    }
  };
  const attempt = (action: () => void) => {
    try {
      action();
    } catch (error) {
      reject(error);
    }
  };
  attempt(() => {
    for (const _ of requests) workers.push(start());
    for (const [index, worker] of workers.entries()) {
      worker.onmessage = ({ data }: MessageEvent<Reply>) => attempt(() => hear(index, data));
      worker.onerror = (event) => {
        event.preventDefault();
        reject(scriptError(event));
      };
      worker.onmessageerror = () => reject(new WorkerError("The worker's answer could not be read.", ""));
      send(worker, requests[index]);
    }
    signal?.aborted && stop();
  });
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    for (const worker of workers) worker.terminate();
  });
}

function send(worker: WorkerLike, request: Request): void {
  try {
    worker.postMessage(request);
  } catch (error) {
    throw captureError(error);
  }
}

function lateError(job: WorkerJob | TogetherJob, watchdogMs: number): Error {
  const who =
    "variant" in job
      ? `The variant "${job.variant}"`
      : job.kind === "describe"
        ? "The cell that declares the experiment"
        : "A kernel of the harness itself";
  return new WorkerError(
    `${who} did not answer within ${watchdogMs / 1000} s and was ended. ` +
      "Give it less work (a smaller input, fewer values), and look for a loop that never ends.",
    "",
  );
}

/** Firefox tells no message and no line for a syntax error in a worker. */
function scriptError({ message, filename, lineno, colno }: ErrorEvent): Error {
  return new WorkerError(
    message || "The worker's script could not be loaded or has a syntax error.",
    filename ? `at ${filename}:${lineno}:${colno}` : "",
  );
}

function captureError(error: unknown): WorkerError {
  const detail = error instanceof Error ? error.message : String(error);
  return new WorkerError(
    `A value from the page cannot travel to the worker: ${detail} Use numbers, strings, arrays or plain objects.`,
    "",
  );
}
