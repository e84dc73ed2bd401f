import { BIN_READINGS, LONG_BATCH } from "../defaults.ts";
import { callTimes } from "../lives/calls.ts";
import type { Kernel } from "../types.ts";
import type { Sink } from "../worker/loop.ts";

/**
 * Calls from now on until the last bin is full, each counted in the bin in which it ended: a call longer than a bin
 * leaves empty ones behind it.
 *
 * The clock is read after a batch of calls, about 64 times a bin. A batch is one call at first, doubles whenever a
 * bin has seen 128 readings, is a 64th of what the bin before held when the next begins, and shrinks at once when it
 * took more than an eighth of a bin. So a reading (some 40 ns) costs below 1 % of a bin, a count is right to one
 * batch, 1.6 %, and code that becomes a hundred times faster or slower is followed within a bin or two. Nothing is
 * allocated here but the numbers that the clock gives (V8 boxes each: 0.2 to 0.4 MB in 500 ms, too little for a
 * collection of garbage); what an engine does for code that it has not yet compiled is part of the warm-up to be seen.
 */
export function fillBins(
  run: Kernel,
  inputs: readonly unknown[],
  bins: Uint32Array,
  binMs: number,
  sink: Sink,
  now: () => number,
): void {
  let turn = 0;
  let batch = 1;
  let readings = 0;
  let bin = 0;
  const start = now();
  let last = start;
  for (;;) {
    turn = callTimes(run, inputs, batch, turn, sink);
    const time = now();
    const ended = Math.floor((time - start) / binMs);
    if (ended >= bins.length) return;
    bins[ended] += batch;
    ++readings;
    if (time - last > LONG_BATCH * binMs) {
      batch = Math.max(1, Math.floor((batch * binMs) / (BIN_READINGS * (time - last))));
      readings = 0;
    } else if (ended > bin) {
      batch = Math.max(1, Math.floor(bins[bin] / BIN_READINGS));
      readings = 0;
    } else if (readings === 2 * BIN_READINGS) {
      batch *= 2;
      readings = BIN_READINGS;
    }
    bin = ended;
    last = time;
  }
}
