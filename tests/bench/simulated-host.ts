import type {
  Answer,
  Host,
  RunOf,
  Surroundings,
  TogetherJob,
  WorkerJob,
  WorkerRun,
} from "../../src/bench/host.ts";
import { type Random, randomFrom } from "../../src/bench/statistics/random.ts";
import type { Clock } from "../../src/bench/types.ts";
import { CHAIN_STEPS } from "../../src/bench/worker/chain.ts";
import { growSlice } from "../../src/bench/worker/grow.ts";
import { inputCount } from "../../src/bench/worker/inputs.ts";
import { warmAndMeasure } from "../../src/bench/worker/jobs.ts";
import { sweepPoint } from "../../src/bench/worker/slices.ts";
import type { Stopwatch } from "../../src/bench/worker/stopwatch.ts";
import type { WorkerNoise } from "./noise.ts";
import { type Cores, simulateTeam } from "./parallel/simulated-team.ts";
import { type Stall, simulateLatencies, simulateTimeline, virtualKernel } from "./simulated-calls.ts";

export interface Simulation {
  seed?: number;
  /**
   * true ns per call of a variant; `value` and `second` are those of the swept variables, or `value` is the number of
   * workers that really run at the same time
   */
  callNs: (variant: string, value: number, second: number) => number;
  /** what n calls cost beyond n times one call: a factor; 1 unless given */
  growth?: (n: number) => number;
  setupMs?: (variant: string, value: number) => number;
  answer?: (variant: string, value: number, second: number) => Partial<Answer>;
  floorNs?: number;
  spawnMs?: number;
  resolutionUs?: number;
  /** rounds at a pseudo-random threshold in each step, as Chromium does; else down */
  dithered?: boolean;
  /** log of each worker's factor */
  noise?: WorkerNoise;
  /** relative sd of a slice */
  sliceNoise?: number;
  /** change of speed per second of virtual time */
  driftPerSecond?: number;
  /** chance that a slice of calls contains a collection, and its cost in ms */
  gc?: { chance: number; ms: number };
  /** pauses of the machine while calls are timed or counted one by one */
  stall?: Stall;
  /** the factor by which somebody else on the core slows down calls and the reference kernel, at a moment in ms */
  neighbour?: (nowMs: number) => number;
  /** the machine's factor during one worker run, counted from 0 */
  disturbance?: (workerRun: number) => number;
  hidden?: (workerRun: number) => boolean;
  surroundings?: Partial<Surroundings>;
  /** two cores without anybody else unless given */
  cores?: Partial<Omit<Cores, "callNs">>;
  /** the tab was hidden during a set of workers, counted from 0 */
  hiddenSet?: (set: number) => boolean;
  /** told of every set before it runs */
  onSet?: (jobs: TogetherJob[]) => void;
  /** told of every job before it runs */
  onJob?: (job: WorkerJob) => void;
}

export interface SimulatedHost extends Host {
  jobs: WorkerJob[];
  /** jobs that ran side by side */
  sets: TogetherJob[][];
}

const quiet: Surroundings = {
  browser: { name: "Simulated", major: 1 },
  engine: "none",
  os: "other",
  cores: 2,
  isolated: true,
  battery: false,
  pressure: null,
};

/** Jobs of the blocks, which `disturbance` and `hidden` count. */
const timedKinds: WorkerJob["kind"][] = ["measure", "sweep", "latencies", "timeline"];

/** A machine with a virtual clock: the worker's own pilot, warm-up and slices run on it, in no time. */
export function simulate(simulation: Simulation): SimulatedHost {
  const {
    seed = 1,
    callNs,
    growth = () => 1,
    setupMs = () => 0.01,
    answer = () => ({}),
    floorNs = 1,
  } = simulation;
  const { spawnMs = 12, resolutionUs = 5, dithered = false, noise = () => 0, sliceNoise = 0 } = simulation;
  const { driftPerSecond = 0, gc, disturbance = () => 1, hidden = () => false } = simulation;
  const { neighbour = () => 1 } = simulation;
  const random = randomFrom(seed);
  const clock: Clock = { resolutionUs, callNs: 40 };
  const jobs: WorkerJob[] = [];
  const sets: TogetherJob[][] = [];
  let nowMs = 0;

  const read = () => quantise(nowMs, resolutionUs / 1000, dithered);
  const time = {
    read,
    now: () => nowMs,
    advance(ms: number) {
      nowMs += ms;
    },
  };
  const undisturbedNs = resolutionUs <= 100 ? 0.5 : null;
  const machine = (workerRun: number) => disturbance(workerRun) * (1 + (driftPerSecond * nowMs) / 1000);

  /** calls of `ns` each on a machine `factor` times as slow */
  function watch(ns: number, factor: () => number): Stopwatch {
    return {
      time(n) {
        const start = read();
        const spread = sliceNoise > 0 ? Math.max(0.5, 1 + sliceNoise * gauss(random)) : 1;
        nowMs += (n * growth(n) * ns * factor() * neighbour(nowMs) * spread) / 1e6;
        if (gc && n * ns > 1e6 && random() < gc.chance) nowMs += gc.ms;
        return read() - start;
      },
      now: () => nowMs,
      sleep: async (ms) => {
        nowMs += ms;
      },
    };
  }

  async function perform(job: WorkerJob, workerRun: number): Promise<RunOf<WorkerJob>> {
    if (job.kind === "floor") {
      const { nsPerCall } = await growSlice(
        watch(floorNs, () => 1),
        job.sliceMs,
      );
      return { nsPerCall, quietNs: undisturbedNs };
    }
    if (job.kind === "describe") throw new Error("a simulation has no cells");
    const own = Math.exp(noise(job.variant, random));
    const factor = () => own * machine(workerRun);
    const referenceNs = undisturbedNs && undisturbedNs * disturbance(workerRun);
    const read = () => {
      nowMs += 0.25;
      return (referenceNs ?? 0) * neighbour(nowMs);
    };
    const reference = referenceNs === null ? null : { read };
    const at = (value: number, second = 0) => {
      nowMs += setupMs(job.variant, value);
      return watch(callNs(job.variant, value, second), factor);
    };
    const cold = (stopwatch: Stopwatch, value: number, second = 0) => {
      const full = { digest: "0", preview: "0", right: null, ...answer(job.variant, value, second) };
      return { coldNs: stopwatch.time(1) * 1e6, answer: full };
    };
    if (job.kind === "pilot") {
      const stopwatch = at(0);
      const inputs = inputCount(setupMs(job.variant, 0), 8);
      const grown = await growSlice(stopwatch, job.sliceMs);
      return {
        loadMs: 0.5,
        setupMs: inputs * setupMs(job.variant, 0),
        inputs,
        ...cold(stopwatch, 0),
        ...grown,
        quietNs: undisturbedNs,
      };
    }
    if (job.kind === "measure") {
      return { ...(await warmAndMeasure(at(0), reference, job)), sink: 0 };
    }
    if (job.kind === "survey") {
      const points = job.points.map((place) => {
        const [value, second] = Object.values(place);
        const setup = setupMs(job.variant, value);
        return { setupMs: setup, inputs: inputCount(setup, 8), ...cold(at(value, second), value, second) };
      });
      return { loadMs: 0.5, points };
    }
    if (job.kind === "trial") {
      const setup = setupMs(job.variant, 0);
      return { loadMs: 0.5, setupMs: setup, inputs: inputCount(setup, 8), ...cold(at(0), 0) };
    }
    if (job.kind === "latencies" || job.kind === "timeline") {
      const callTime = () =>
        callNs(job.variant, 0, 0) * factor() * Math.max(0.5, 1 + sliceNoise * gauss(random));
      const kernel = virtualKernel(time, callTime, simulation.stall);
      return job.kind === "latencies"
        ? { ...(await simulateLatencies(time, job, kernel)), referenceNs, sink: 0 }
        : { ...simulateTimeline(time, job, kernel), referenceNs, sink: 0 };
    }
    const points = [];
    for (const { at: place } of job.points) {
      const [value, second] = Object.values(place);
      points.push(await sweepPoint(at(value, second), job, job.warmUpMs, points.length === 0));
    }
    return { points, referenceNs, sink: 0 };
  }

  async function runSet(set: TogetherJob[]) {
    const [job] = set;
    const own = job.kind === "gate" ? 1 : Math.exp(noise(job.variant, random));
    const factor = own * machine(sets.length - 1);
    const chainNs = 2 * CHAIN_STEPS;
    const nsOf = (running: number) => (job.kind === "gate" ? chainNs : callNs(job.variant, running, 0));
    const cores = { cores: 2, hogs: 0, ...simulation.cores };
    const { runs, endMs } = await simulateTeam(nowMs, set, { ...cores, callNs: (k) => nsOf(k) * factor });
    nowMs = endMs;
    return runs;
  }

  return {
    jobs,
    sets,
    clock: async () => clock,
    environment: async () => ({ ...quiet, ...simulation.surroundings }),
    now: () => nowMs,
    async run<J extends WorkerJob>(job: J, signal?: AbortSignal): Promise<WorkerRun<RunOf<J>>> {
      jobs.push(job);
      simulation.onJob?.(job);
      if (signal?.aborted) throw new DOMException("stopped", "AbortError");
      nowMs += spawnMs;
      const workerRun = jobs.filter(({ kind }) => timedKinds.includes(kind)).length - 1;
      const run = (await perform(job, workerRun)) as RunOf<J>;
      return { run, overheadMs: spawnMs, hidden: hidden(workerRun) };
    },
    async runTogether(set: TogetherJob[], signal?: AbortSignal) {
      sets.push(set);
      simulation.onSet?.(set);
      if (signal?.aborted) throw new DOMException("stopped", "AbortError");
      nowMs += spawnMs;
      const run = await runSet(set);
      return { run, overheadMs: spawnMs, hidden: simulation.hiddenSet?.(sets.length - 1) ?? false };
    },
  };
}

/** A reading of a clock with steps of `step` ms; a dithered one rounds up beyond a threshold of each step. */
export function quantise(ms: number, step: number, dithered: boolean): number {
  const index = Math.floor(ms / step);
  if (!dithered) return index * step;
  const threshold = randomFrom(index)();
  return (ms / step - index > threshold ? index + 1 : index) * step;
}

/** A normal deviate (Box and Muller). */
export function gauss(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
