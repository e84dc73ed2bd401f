import { type BenchOptions, bench } from "../../src/bench/bench.ts";
import type { Progress, Result, Spec } from "../../src/bench/types.ts";
import { type Simulation, simulate } from "./simulated-host.ts";

/** A Spec of variants that are never called: the simulated host knows what they cost. */
export function specOf(names: string[], rest: Partial<Spec> = {}): Spec {
  const never = () => {
    throw new Error("a function of the Spec was called outside a worker");
  };
  return {
    setup: never,
    check: undefined,
    variants: Object.fromEntries(names.map((name) => [name, never])),
    ...rest,
  };
}

/** Runs a Spec to its end. */
export async function runToEnd(
  spec: Spec,
  options: BenchOptions,
): Promise<{ result: Result; progress: Progress[] }> {
  const run = bench(spec, options);
  const progress: Progress[] = [];
  for (;;) {
    const step = await run.next();
    if (step.done) return { result: step.value, progress };
    progress.push(step.value);
  }
}

/** Runs a Spec on a simulated machine. */
export async function runSimulated(
  spec: Spec,
  simulation: Simulation,
  options: Partial<BenchOptions> = {},
): Promise<Result> {
  return (await runToEnd(spec, { host: simulate(simulation), seed: 1, ...options })).result;
}
