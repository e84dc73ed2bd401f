import type { TogetherJob, TogetherRun } from "../../../src/bench/host.ts";
import { runSideBySide } from "../../../src/bench/worker/side-by-side.ts";
import type { Stopwatch } from "../../../src/bench/worker/stopwatch.ts";

/** ms until the scheduler has spread new workers over the cores; until then they share one. */
const SPREADING_MS = 20;

/** What a set of workers runs on. */
export interface Cores {
  cores: number;
  /** programs of others, each busy all the time */
  hogs: number;
  /** ns of one call while so many workers really run at the same time */
  callNs: (running: number) => number;
  /** ms by which a worker's clock is ahead of the page's */
  clockAheadMs?: (worker: number) => number;
}

/** Runs a set from `startMs` on, each worker by a virtual clock of its own. Gives the counts and the last one's end. */
export async function simulateTeam(
  startMs: number,
  jobs: TogetherJob[],
  { cores, hogs, callNs, clockAheadMs = () => 0 }: Cores,
): Promise<{ runs: TogetherRun[]; endMs: number }> {
  const clocks = jobs.map(() => startMs);
  const threads = jobs.length + hogs;
  const spread = {
    share: Math.min(1, cores / threads),
    running: Math.max(1, Math.min(jobs.length, cores - hogs)),
  };
  const crowded = { share: 1 / jobs.length, running: 1 };
  let begunMs = Number.POSITIVE_INFINITY;

  /** moves a worker's clock on by n calls, at the speed of each phase */
  function advance(worker: number, n: number): void {
    let calls = n;
    while (calls > 0) {
      const spreadsMs = begunMs + SPREADING_MS;
      const isCrowded = jobs.length > 1 && clocks[worker] < spreadsMs;
      const { share, running } = isCrowded ? crowded : spread;
      const callMs = callNs(running) / 1e6 / share;
      const rest = isCrowded ? Math.ceil((spreadsMs - clocks[worker]) / callMs) : calls;
      const done = Math.min(calls, rest);
      clocks[worker] += done * callMs;
      calls -= done;
    }
  }

  const watchOf = (worker: number): Stopwatch => ({
    time(n) {
      const before = clocks[worker];
      advance(worker, n);
      return clocks[worker] - before;
    },
    now: () => clocks[worker],
    sleep: async (ms) => {
      clocks[worker] += ms;
    },
  });
  const go = Promise.withResolvers<void>();
  let ready = 0;
  const start = async (worker: number) => {
    ready += 1;
    if (ready === jobs.length) {
      begunMs = Math.max(...clocks);
      go.resolve();
    }
    await go.promise;
    clocks[worker] = begunMs;
    return begunMs + clockAheadMs(worker);
  };
  const runs = await Promise.all(
    jobs.map(async (job, worker) => {
      const counted = await runSideBySide(watchOf(worker), job, () => start(worker));
      return { ...counted, sink: 0 };
    }),
  );
  return { runs, endMs: Math.max(...clocks) };
}
