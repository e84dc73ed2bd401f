import type { GateJob, TeamJob, TogetherRun } from "../host.ts";
import type { Spec } from "../types.ts";
import { chain } from "./chain.ts";
import { prepare } from "./inputs.ts";
import { missingSharedMemory } from "./shared-memory.ts";
import { runSideBySide } from "./side-by-side.ts";
import { type KernelWatch, watchKernel } from "./stopwatch.ts";

/** How a worker reaches the others of its set. */
export interface Mates {
  /** sends what the leader's `setup` made to the others */
  share(input: unknown): void;
  /** what the leader's `setup` made; resolves in the others */
  input: Promise<unknown>;
  /** says that this worker is warm; resolves with the common start, in ms of this worker's `performance.now()` */
  start(): Promise<number>;
}

/**
 * One worker of several on the same memory. The first one leads: it makes the shared input; the others get clones, in
 * which shared memory is the same memory. The variant's own setup runs in every worker.
 */
export async function team(spec: Spec, job: TeamJob, mates: Mates): Promise<TogetherRun> {
  const { worker, workers } = job;
  const { run, shared, own } = prepare(spec, job.variant, job.seed, { worker, workers });
  // without a setup the input is the context, which every worker has
  const input = worker === 0 || !spec.setup ? shared(worker) : await mates.input;
  if (worker === 0 && workers > 1 && spec.setup) share(mates, input);
  return sideBySide(watchKernel(run, [own(input, worker)]), job, mates);
}

/** The same with a kernel in registers, which shares nothing: it tells whether the cores are free. */
export async function gate(job: GateJob, mates: Mates): Promise<TogetherRun> {
  return sideBySide(watchKernel(chain, [1, 2, 3, 4, 5, 6, 7, 8]), job, mates);
}

async function sideBySide(watch: KernelWatch, job: TeamJob | GateJob, mates: Mates): Promise<TogetherRun> {
  const counted = await runSideBySide(watch, job, mates.start);
  return { ...counted, sink: watch.sink.sum };
}

function share(mates: Mates, input: unknown): void {
  try {
    mates.share(input);
  } catch (error) {
    // WebKit does not say what it cannot clone
    const what = holdsMemory(input) ? "WebAssembly.Memory: " : "";
    const message = `${what}${error instanceof Error ? error.message : error}`;
    if (missingSharedMemory(message)) throw new TypeError(message);
    throw new TypeError(
      `setup: what it makes cannot travel to the other workers: ${message} ` +
        "Make functions and WebAssembly instances in the variant's own setup, which runs in every worker.",
    );
  }
}

function holdsMemory(input: unknown): boolean {
  if (typeof input !== "object" || input === null) return false;
  return [input, ...Object.values(input)].some((part) => part instanceof WebAssembly.Memory);
}
