import { callTimes } from "../lives/calls.ts";
import type { Kernel } from "../types.ts";
import type { Sink } from "../worker/loop.ts";
import type { Histogram } from "./histogram.ts";
import type { Machine } from "./machine.ts";

/** One variant in one worker, ready to be called. */
export interface Calls {
  run: Kernel;
  inputs: readonly unknown[];
  sink: Sink;
  /** input of the next call */
  turn: number;
}

/** The next call starts when the last has ended; one that has begun before `ms` are over is recorded whole. */
export async function closedLoop(
  machine: Machine,
  calls: Calls,
  histogram: Histogram,
  ms: number,
): Promise<void> {
  const end = machine.now() + ms;
  for (;;) {
    const start = burst(machine, calls, histogram, end);
    if (start === null) return;
    await calls.sink.last;
    histogram.add(nsBetween(start, machine.now()));
  }
}

/**
 * Calls, one after the other, until `end`; gives null then. If a call returns a promise, gives the time at which it
 * began. Not async itself, so that calls which end at once wait for nothing and allocate nothing.
 */
function burst(machine: Machine, calls: Calls, histogram: Histogram, end: number): number | null {
  const { run, inputs, sink } = calls;
  for (;;) {
    const start = machine.now();
    if (start >= end) return null;
    calls.turn = callTimes(run, inputs, 1, calls.turn, sink);
    if (isPromise(sink.last)) return start;
    histogram.add(nsBetween(start, machine.now()));
  }
}

export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function"
  );
}

/** ns, whole, between two readings in ms. */
export function nsBetween(start: number, end: number): number {
  return Math.round((end - start) * 1e6);
}
