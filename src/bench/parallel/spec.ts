import { MAX_WORKERS, PARALLEL_MS, SHORTEST_PARALLEL_MS } from "../defaults.ts";
import type { ParallelSpec } from "../types.ts";

/** A `parallel` of the Spec with nothing left open. */
export interface FullParallel {
  workers: number[];
  ms: number;
}

/** Throws an error that names the field and the fix. */
export function readParallel({ workers, ms = PARALLEL_MS }: ParallelSpec): FullParallel {
  const isNumber = (count: number) => Number.isInteger(count) && count >= 1 && count <= MAX_WORKERS;
  if (!Array.isArray(workers) || workers.length === 0 || !workers.every(isNumber)) {
    throw new TypeError(
      `parallel.workers: give numbers of workers from 1 to ${MAX_WORKERS}, as in [1, 2, 4]`,
    );
  }
  if (new Set(workers).size < workers.length) {
    throw new TypeError("parallel.workers: a number stands twice");
  }
  if (!(Number.isFinite(ms) && ms >= SHORTEST_PARALLEL_MS)) {
    throw new RangeError(
      `parallel.ms: ${ms} is too short; the system takes some 20 ms to spread workers over the cores, ` +
        `so give ${SHORTEST_PARALLEL_MS} or more`,
    );
  }
  return { workers: [...workers], ms };
}
