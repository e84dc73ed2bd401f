import { Histogram } from "../../src/bench/latencies/histogram.ts";
import { recordCalls } from "../../src/bench/latencies/live.ts";
import type { Machine } from "../../src/bench/latencies/machine.ts";
import type { LatencyJob, LatencyRun, TimelineJob, TimelineRun } from "../../src/bench/lives/messages.ts";
import { fillBins } from "../../src/bench/timeline/fill-bins.ts";
import { emptySink } from "../../src/bench/worker/loop.ts";

/** A clock that moves only when told to. */
export interface VirtualTime {
  /** ms, exactly */
  now(): number;
  /** as `performance.now()` would tell it */
  read(): number;
  advance(ms: number): void;
}

/** The machine stops for `ms` whenever a worker's life passes a multiple of `everyMs`; the call then running pays. */
export interface Stall {
  everyMs: number;
  ms: number;
}

export function virtualMachine(time: VirtualTime): Machine {
  return {
    now: time.read,
    spinUntil(ms) {
      time.advance(Math.max(0, ms - time.now()));
      while (time.read() < ms) time.advance(1e-4);
    },
    nextTask: async () => time.advance(0.005),
    sleep: async (ms) => time.advance(ms),
  };
}

/** A kernel that takes time and does nothing else. */
export function virtualKernel(time: VirtualTime, callNs: () => number, stall?: Stall): () => number {
  const born = time.now();
  let stalls = 0;
  return () => {
    time.advance(callNs() / 1e6);
    if (stall && time.now() - born >= (stalls + 1) * stall.everyMs) {
      stalls += 1;
      time.advance(stall.ms);
    }
    return 0;
  };
}

const inputs = [0];

/** The worker's own recording on a virtual clock. */
export async function simulateLatencies(
  time: VirtualTime,
  job: Pick<LatencyJob, "load" | "ms" | "warmUpMs">,
  run: () => unknown,
): Promise<Pick<LatencyRun, "histogram" | "backlog">> {
  return recordCalls(virtualMachine(time), { run, inputs, sink: emptySink(1), turn: 0 }, job);
}

export function simulateTimeline(
  time: VirtualTime,
  job: Pick<TimelineJob, "bins" | "binMs">,
  run: () => unknown,
): Pick<TimelineRun, "bins"> {
  const bins = new Uint32Array(job.bins);
  fillBins(run, inputs, bins, job.binMs, emptySink(1), time.read);
  return { bins: [...bins] };
}

/** A histogram of known values. */
export function histogramOf(values: Iterable<number>): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.add(value);
  return histogram;
}
