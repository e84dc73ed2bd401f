import { probeClock } from "./browser/clock.ts";
import { describeBrowser } from "./browser/environment.ts";
import { pressureState } from "./browser/pressure.ts";
import { watchHidden, whenVisible } from "./browser/visibility.ts";
import { WATCHDOG_MS } from "./defaults.ts";
import { abortError, WorkerError } from "./errors.ts";
import type { Host, RunOf, WorkerJob, WorkerRun } from "./host.ts";
import type { Reply, Request } from "./worker.ts";

export interface BrowserHostOptions {
  /** starts a worker whose script calls `serve` */
  start: () => Worker;
  /** host values that the cells refer to, by name; cloned into every worker */
  captures: Record<string, unknown>;
  /** ms without an answer after which a worker is ended; 30,000 unless given */
  watchdogMs?: number;
}

/** Runs each job in a worker of its own, one alive at a time. */
export function browserHost({ start, captures, watchdogMs = WATCHDOG_MS }: BrowserHostOptions): Host {
  return {
    clock: async () => probeClock(),
    environment: () => describeBrowser(pressureState()),
    now: () => performance.now(),
    async run<J extends WorkerJob>(job: J, signal?: AbortSignal): Promise<WorkerRun<RunOf<J>>> {
      await whenVisible(signal);
      const startMs = performance.now();
      const wasHidden = watchHidden();
      try {
        const { run, busyMs } = await liveOnce(start, { job, captures }, watchdogMs, signal);
        const overheadMs = Math.max(0, performance.now() - startMs - busyMs);
        return { run: run as RunOf<J>, overheadMs, hidden: wasHidden() };
      } finally {
        wasHidden();
      }
    },
  };
}

type Done = Extract<Reply, { type: "done" }>;

/** One life of a worker: a request, a reply, the end. The end comes at once on abort and when the watchdog bites. */
function liveOnce(
  start: () => Worker,
  request: Request,
  watchdogMs: number,
  signal?: AbortSignal,
): Promise<Done> {
  const worker = start();
  return new Promise<Done>((resolve, reject) => {
    const timer = setTimeout(() => reject(lateError(request.job, watchdogMs)), watchdogMs);
    const stop = () => reject(abortError());
    signal?.addEventListener("abort", stop);
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    };
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      end();
      if (data.type === "done") resolve(data);
      else reject(new WorkerError(data.message, data.stack, data.name));
    };
    worker.onerror = (event) => {
      end();
      event.preventDefault();
      reject(scriptError(event));
    };
    worker.onmessageerror = () => reject(new WorkerError("The worker's answer could not be read.", ""));
    try {
      worker.postMessage(request);
    } catch (error) {
      end();
      reject(captureError(error));
    }
    signal?.aborted && stop();
  }).finally(() => worker.terminate());
}

function lateError(job: WorkerJob, watchdogMs: number): Error {
  const who = job.kind === "floor" ? "The empty loop" : `The variant "${job.variant}"`;
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

function captureError(error: unknown): Error {
  const detail = error instanceof Error ? error.message : String(error);
  return new WorkerError(
    `A value from the page cannot travel to the worker: ${detail} Use numbers, strings, arrays or plain objects.`,
    "",
  );
}
