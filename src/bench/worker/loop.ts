import type { Kernel } from "../types.ts";

/** Where results go, so that no engine may drop the work that made them. */
export interface Sink {
  /** sum of all numbers returned, plus one half a slice */
  sum: number;
  /** the last results that were no numbers, one slot for each input */
  slots: unknown[];
  /** what the last call returned */
  last: unknown;
}

export function emptySink(inputs: number): Sink {
  return { sum: 0, slots: new Array(inputs).fill(null), last: undefined };
}

/**
 * The timed loop: n calls between two readings of the clock, in ms. A worker runs one variant, and its first
 * call, pilot, warm-up and slices all come through here with the same kernel, so that the call below has
 * seen one function when the engine compiles it (a second one cost 8 times, measured in Chromium).
 *
 * Why the work survives:
 * - The input comes from an array whose index the loop carries, so it is no constant and the call cannot be hoisted.
 * - Numbers are added up in a chain; each sum needs every value before it, and the last one leaves by `sink`. The
 *   chain starts at one half so that it is a floating-point sum from the first turn: a sum of small integers
 *   would outgrow their range in the middle of a slice and throw away the compiled code.
 * - Other values are stored in `slots`, an array that outlives this function, at the index the loop carries.
 *   No compiler can prove that a later turn overwrites the slot, so no store may be dropped; and an object
 *   that is stored has escaped, so it must be built.
 * - The readings of the clock are calls with effects unknown to the compiler: loads and stores cannot cross them.
 */
export function timeCalls(run: Kernel, inputs: readonly unknown[], n: number, sink: Sink): number {
  const { slots } = sink;
  const count = inputs.length;
  let sum = 0.5;
  let value: unknown;
  let turn = 0;
  const start = performance.now();
  for (let i = 0; i < n; ++i) {
    value = run(inputs[turn]);
    if (typeof value === "number") sum += value;
    else slots[turn] = value;
    if (++turn === count) turn = 0;
  }
  const end = performance.now();
  sink.sum += sum;
  sink.last = value;
  return end - start;
}
