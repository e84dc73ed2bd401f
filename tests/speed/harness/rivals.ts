import { bench, do_not_optimize, run } from "mitata";
import { Bench } from "tinybench";
import { randomFrom } from "../../../src/bench/statistics/random.ts";
import { kernels } from "./kernels.ts";
import type { Subject } from "./pair.ts";
import { contamination } from "./special.ts";

/** A question to a rival: which tool, and what it shall measure. */
export interface RivalJob {
  tool: "mitata" | "tinybench";
  subject: Subject;
  seed: number;
}

/** Time of the last function in ns, over that of the first if there are two, and whether the tool calls them different. */
export interface RivalAnswer {
  ns: number;
  ratio: number;
  differs: boolean;
}

type Functions = Record<string, () => unknown>;

/** The functions as a user of these tools would write them; the variant that is looked at comes last. */
function functionsOf(subject: Subject, seed: number): Functions {
  if ("beside" in subject) {
    const [looked, ...others] = Object.entries(contamination);
    const chosen = [...others.slice(0, subject.beside), looked];
    return Object.fromEntries(chosen.map(([name, call]) => [name, () => call(seed)]));
  }
  const { size, setup, run: call } = kernels[subject.kernel];
  const [first, second] = (subject.sizes ?? [size, size]).map((n) => setup(n, randomFrom(seed)));
  return { first: () => call(first), second: () => call(second) };
}

/** With its default settings. It calls two functions different when its summary prints another factor than 1. */
async function askMitata(functions: Functions): Promise<RivalAnswer> {
  for (const [name, call] of Object.entries(functions)) bench(name, () => do_not_optimize(call()));
  const { benchmarks } = await run({ format: "quiet", throw: true });
  const times = benchmarks.map(({ runs }) => runs[0].stats?.avg ?? Number.NaN);
  const ratio = times[times.length - 1] / times[0];
  return { ns: times[times.length - 1], ratio, differs: Math.max(ratio, 1 / ratio).toFixed(2) !== "1.00" };
}

/** With its default settings. It calls two functions different when mean plus and minus margin of error do not overlap. */
async function askTinybench(functions: Functions): Promise<RivalAnswer> {
  const asked = new Bench();
  for (const [name, call] of Object.entries(functions)) asked.add(name, call);
  await asked.run();
  const found = asked.tasks.map(({ result }) => {
    if (result.state !== "completed") throw new Error(`tinybench: ${result.state}`);
    return result.latency;
  });
  const [first, last] = [found[0], found[found.length - 1]];
  const apart = Math.abs(first.mean - last.mean) > first.moe + last.moe;
  return { ns: last.mean * 1e6, ratio: last.mean / first.mean, differs: apart };
}

self.onmessage = async ({ data: { tool, subject, seed } }: MessageEvent<RivalJob>) => {
  const functions = functionsOf(subject, seed);
  self.postMessage(await (tool === "mitata" ? askMitata(functions) : askTinybench(functions)));
};
