import type { Kernel } from "../types.ts";
import type { Sink } from "../worker/loop.ts";

/**
 * n calls without a reading of the clock, inputs taking turns from `turn` on; returns the turn of the next call.
 * Allocates nothing. The work survives for the reasons given at `timeCalls`.
 */
export function callTimes(
  run: Kernel,
  inputs: readonly unknown[],
  n: number,
  turn: number,
  sink: Sink,
): number {
  const { slots } = sink;
  const count = inputs.length;
  let sum = 0.5;
  let value: unknown;
  let next = turn;
  for (let i = 0; i < n; ++i) {
    value = run(inputs[next]);
    if (typeof value === "number") sum += value;
    else slots[next] = value;
    if (++next === count) next = 0;
  }
  sink.sum += sum;
  sink.last = value;
  return next;
}
