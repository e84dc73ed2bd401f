import type { ParallelPoint, Result } from "../../../src/bench/types.ts";
import { specOf } from "../helpers.ts";
import { noiseModels } from "../noise.ts";
import type { Simulation } from "../simulated-host.ts";

export const spec = specOf(["apart", "shared"], { parallel: { workers: [1, 2, 4] } });

/** Sharing costs five times as much, but only while two workers really run at the same time. */
export const machine: Simulation = {
  callNs: (name, running) => (name === "shared" && running > 1 ? 5000 : 1000),
  noise: noiseModels["normal, 2 %"],
};
export const busy: Simulation = { ...machine, cores: { hogs: 1 } };

export const rate = (result: Result, variant: string, workers: number) =>
  result.parallel?.points.find((p) => p.variant === variant && p.workers === workers) as ParallelPoint;
