/**
 * The harness for pages that are not part of the book: the build makes `dist/lib/bench.js` of this module, with
 * `HOT_PATH_WORKER` replaced by the script of the harness for workers.
 */

import { type BenchOptions, bench as benchOn } from "../bench.ts";
import type { Host, Progress, Result, Spec } from "../types.ts";
import { foreignHost } from "./host.ts";

export { judgeClaims } from "../claims.ts";
export { describeVerdict } from "../describe.ts";
export { WorkerError } from "../errors.ts";
export { describeParallel } from "../parallel/describe.ts";
export { parseResult, readResult } from "../schema/validate.ts";
export type * from "../types.ts";

declare const HOT_PATH_WORKER: string;

export interface ForeignOptions extends Omit<BenchOptions, "host"> {
  /** where workers come from; unless given, the functions of the Spec travel to workers as their text */
  host?: Host;
}

/**
 * Measures a Spec. Yields progress between worker runs and returns the result: use `measure` unless the progress is
 * shown. `setup`, `check` and the variants see only their arguments; everything else goes through `params`.
 *
 * Throws a TypeError or RangeError for a faulty Spec, a WorkerError for a failure inside a worker or a page on which no
 * worker can start, an AbortError after `signal`.
 */
export async function* bench(
  spec: Spec,
  { host, ...options }: ForeignOptions = {},
): AsyncGenerator<Progress, Result, void> {
  if (host) return yield* benchOn(spec, { ...options, host });
  const foreign = foreignHost(spec, HOT_PATH_WORKER);
  try {
    return yield* benchOn(spec, { ...options, host: foreign });
  } finally {
    foreign.release();
  }
}

/** As `bench`, but resolves with the result; `progress` is told of every step. */
export async function measure(
  spec: Spec,
  { progress, ...options }: ForeignOptions & { progress?: (progress: Progress) => void } = {},
): Promise<Result> {
  const run = bench(spec, options);
  for (;;) {
    const { done, value } = await run.next();
    if (done) return value;
    progress?.(value);
  }
}
