/** What workers really answer to each kind of job, as it travels out of the sandbox. */

import type { Spec } from "../../src/bench/types.ts";
import { gate, type Mates, team } from "../../src/bench/worker/team.ts";
import { perform } from "../../src/bench/worker/worker.ts";
import type { Job } from "../../src/notebook/sandbox/runs.ts";

const spec: Spec = {
  params: { size: 100, words: ["a", "b"], nested: { deep: [1, { x: null }] } },
  setup: ({ random, size, n = size }) => Float64Array.from({ length: n }, random),
  variants: {
    sum: (xs: Float64Array) => xs.reduce((a, b) => a + b),
    sorted: { setup: (xs: Float64Array) => xs.toSorted(), run: (xs: Float64Array) => xs[0] },
  },
  baseline: "sorted",
  sameWithin: 0.05,
  per: { what: "element", count: 100 },
  claims: [{ says: "sum takes longer", of: "sum", over: "sorted", at: { n: 100 }, atLeast: 1 }],
};

const common = { variant: "sum", seed: 1, inputs: 2, resolutionUs: 1 };
const limits = { warmUpMs: 1, warmUpMaxMs: 2, patienceMs: 50, quietNs: null };
const together = { worker: 0, workers: 1, ms: 2, uncountedMs: 1, batchMs: 0.1, warmUpMs: 1 };

export const jobs: Job[] = [
  { kind: "describe" },
  { kind: "floor", sliceMs: 1, resolutionUs: 1 },
  { kind: "pilot", variant: "sum", seed: 1, sliceMs: 1, resolutionUs: 1 },
  { kind: "measure", ...common, n: 50, sliceMs: 1, slices: 3, ...limits },
  { kind: "survey", variant: "sum", seed: 1, points: [{ n: 1 }, { n: 50 }] },
  {
    kind: "sweep",
    ...{ variant: "sum", seed: 1, sliceMs: 1, slices: 2, warmUpMs: 1, resolutionUs: 1 },
    points: [
      { at: { n: 1 }, inputs: 1 },
      { at: { n: 50 }, inputs: 2 },
    ],
  },
  { kind: "trial", variant: "sum", seed: 1, mayWait: true },
  { kind: "latencies", ...common, load: { kind: "closed" }, ms: 2, warmUpMs: 1 },
  { kind: "timeline", ...common, bins: 4, binMs: 1 },
  { kind: "team", variant: "sum", seed: 1, ...together },
  { kind: "gate", ...together },
];

const alone: Mates = { share: () => {}, input: new Promise(() => {}), start: async () => performance.now() };

/** As `lockdown.js` writes it. */
export function asText(reply: unknown): string {
  return JSON.stringify(reply, (_key, value) =>
    ArrayBuffer.isView(value) ? Array.from(value as Uint8Array) : value,
  );
}

/** The answer of the harness itself. */
export async function answer(job: Job): Promise<unknown> {
  if (job.kind === "team") return { type: "done", run: await team(spec, job, alone), busyMs: 1 };
  if (job.kind === "gate") return { type: "done", run: await gate(job, alone), busyMs: 1 };
  return { type: "done", run: await perform(async () => spec, { job, captures: {} }), busyMs: 1 };
}
