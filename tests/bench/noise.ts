import type { Random } from "../../src/bench/statistics/random.ts";
import { gauss } from "./simulated-host.ts";

/** Log of the factor by which a worker is slow; variant "b" may differ from the others. */
export type WorkerNoise = (variant: string, random: Random) => number;

const normal =
  (sd: number): WorkerNoise =>
  (_, random) =>
    sd * gauss(random);

const pareto = (random: Random) => 0.01 * (1 - random()) ** (-1 / 2);

/** The six models under which the interval was chosen. */
export const noiseModels: Record<string, WorkerNoise> = {
  "normal, 2 %": normal(0.02),
  "one worker in ten 30 % slow": (_, random) => 0.02 * gauss(random) + (random() < 0.1 ? Math.log(1.3) : 0),
  "two JIT modes, 20 % apart": (_, random) => 0.01 * gauss(random) + (random() < 0.5 ? Math.log(1.2) : 0),
  "only b has a slow mode, 25 % of the time": (variant, random) =>
    0.02 * gauss(random) + (variant === "b" && random() < 0.25 ? Math.log(1.4) : 0),
  "Pareto tails": (_, random) => pareto(random),
  "b Pareto, a normal": (variant, random) => (variant === "b" ? pareto(random) : 0.02 * gauss(random)),
};

/** Models that treat all variants alike. */
export const evenHanded = Object.entries(noiseModels).filter(([name]) => !/\bb\b/.test(name));
