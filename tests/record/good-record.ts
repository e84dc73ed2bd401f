import type { Card } from "../../src/bench/machine/card.ts";
import type { Result, Spec } from "../../src/bench/types.ts";
import type { Declared } from "../../src/notebook/record/fits.ts";
import type { NotebookRecord } from "../../src/notebook/record/record.ts";
import { runSimulated, specOf } from "../bench/helpers.ts";
import { noiseModels } from "../bench/noise.ts";
import type { Simulation } from "../bench/simulated-host.ts";

export const NOTEBOOK = "loops/one";
/** The day of the test, on whatever day it runs. */
export const TODAY = new Date("2026-12-01T12:00:00.000Z");

/** One experiment of each shape; kernels that are never called: the simulated host knows what they cost. */
const specs: Record<string, Spec> = {
  pair: specOf(["a", "b"], { params: { n: 1000 }, per: { what: "element", count: 1000 } }),
  swept: specOf(["list", "set"], { sweep: { n: [1, 10, 100] } }),
  team: specOf(["apart", "shared"], { parallel: { workers: [1, 2] } }),
  calls: specOf(["get", "put"], { latencies: { load: { kind: "closed" }, ms: 200 } }),
  life: specOf(["a"], { timeline: { ms: 100, binMs: 2 } }),
};

export const declared: Declared[] = Object.entries(specs).map(([name, spec]) => ({
  name,
  hash: `hash of ${name}`,
  spec,
  helpers: "",
  inputs: {},
}));

/** ns of a call */
const costs: Record<string, number> = {
  ...{ a: 2000, b: 5000 },
  ...{ list: 3000, set: 1000 },
  ...{ apart: 1000, shared: 4000 },
  ...{ get: 200_000, put: 300_000 },
};

/** A Chromium on an isolated page, with noise in workers and slices. */
export const chromium: Simulation = {
  callNs: (name, value) => costs[name] * (name === "list" ? value : 1),
  noise: noiseModels["normal, 2 %"],
  sliceNoise: 0.01,
  floorNs: 0.8,
  surroundings: { browser: { name: "Chromium", major: 156 }, engine: "V8", os: "Linux" },
};

/** The card of such a machine. */
export const goodCard: Card = {
  schema: "hot-path/card.v1",
  measuredAt: "2026-11-20T11:00:00.000Z",
  browser: { name: "Chromium", major: 156 },
  engine: "V8",
  os: "Linux",
  cores: 2,
  isolated: true,
  clockUs: 5,
  scaling2: { ratio: 1.97, interval: [1.95, 1.98] },
  staircase: [
    [16_384, 1.7],
    [65_536, 4.6],
    [67_108_864, 170],
  ],
  sweeps: 5,
  plateaus: [{ from: 16_384, to: 16_384, ns: 1.7 }],
  knees: [{ from: 16_384, to: 65_536 }],
  features: { simd: true, sharedMemory: true, opfs: true, indexedDb: true },
};

async function resultOf(name: string, seed: number, minute: number): Promise<Result> {
  const options = { seed, id: name, hash: `hash of ${name}` };
  const result = await runSimulated(specs[name], chromium, options);
  return { ...result, createdAt: `2026-11-20T12:0${minute}:00.000Z` };
}

/** What a reader might send: a result of every shape, and an earlier run of one of them. */
export async function goodRecord(): Promise<NotebookRecord> {
  const names = Object.keys(specs);
  const results = await Promise.all(names.map((name, i) => resultOf(name, 7, i + 1)));
  return {
    schema: "hot-path/record.v1",
    notebook: NOTEBOOK,
    recordedAt: "2026-11-20T12:10:00.000Z",
    machine: { cpu: "Example 9000", os: "Debian 12", note: "laptop, on power" },
    results: Object.fromEntries(names.map((name, i) => [name, results[i]])),
    earlier: { pair: [await resultOf("pair", 8, 0)] },
    card: goodCard,
  };
}
