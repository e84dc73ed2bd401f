import type { Kernel } from "../types.ts";
import { emptySink, type Sink, timeCalls } from "./loop.ts";

/** What pilot, warm-up and slices need of a machine; a test puts a virtual clock behind it. */
export interface Stopwatch {
  /** ms that n calls take */
  time(n: number): number;
  /** ms since any fixed moment */
  now(): number;
  /** lets go of the processor */
  sleep(ms: number): Promise<void>;
}

export interface KernelWatch extends Stopwatch {
  sink: Sink;
}

/** A stopwatch around one kernel and its inputs. */
export function watchKernel(run: Kernel, inputs: readonly unknown[]): KernelWatch {
  const sink = emptySink(inputs.length);
  return {
    sink,
    time: (n) => timeCalls(run, inputs, n, sink),
    now: () => performance.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
