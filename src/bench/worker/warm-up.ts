import { BATCH_GROWTH, LONG_YIELD_MS, SETTLED, YIELD_MS } from "../defaults.ts";
import { round } from "../statistics/round.ts";
import { callsFor } from "./grow.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** [duration in ms, ns per call] */
export type Batch = [number, number];

/** How long to warm up. */
export interface WarmUp {
  /** calls of a slice, as the pilot found them */
  n: number;
  /** ms of a slice */
  sliceMs: number;
  /** ms at least, and at most while the last batches disagree */
  minMs: number;
  maxMs: number;
}

/**
 * Calls in growing batches, up to a slice each, until `minMs` are spent and the last two batches agree, or `maxMs`
 * are over. Rests half-way, and longer before the first extension, so that code compiled on another thread can
 * arrive; a batch follows every rest, so that no slice starts on cold caches.
 *
 * The calls of a slice are those of the pilot, unless they now take more than twice its time: V8 ran a chain of
 * BigInt.asUintN at 2 us a call in the pilot and, its code thrown away, at 30 us afterwards, so that a run planned for
 * 2.8 s took 19 to 35 s (Chromium 156, 2026-11-20). Then a slice has fewer; no batch is meant to take more than two. Two
 * batches in a row have to say so: a single call that was interrupted for 0.1 s once left slices of one call, which took 0 ns.
 */
export async function warmUp(
  watch: Stopwatch,
  { n, sliceMs, minMs, maxMs }: WarmUp,
): Promise<{ batches: Batch[]; n: number }> {
  const batches: Batch[] = [];
  const rests = [
    { after: minMs / 2, ms: YIELD_MS },
    { after: minMs, ms: LONG_YIELD_MS },
  ];
  const start = watch.now();
  let busy = 0;
  for (let size = 1; ; ) {
    const before = watch.now();
    const ms = watch.time(size);
    const after = watch.now();
    busy += after - before;
    batches.push([round(ms), round((ms * 1e6) / size)]);
    const nsPerCall = (ms * 1e6) / size;
    const full = size === n || ms >= sliceMs;
    const asPlanned = size === n && ms <= 2 * sliceMs;
    const isOver = after - start >= maxMs || (busy >= minMs && settled(batches));
    if (full && isOver && (asPlanned || isConfirmed(batches) || after - start >= 3 * maxMs))
      return { batches, n: asPlanned ? n : Math.min(n, callsFor(sliceMs, quickerOfLast(batches))) };
    size = Math.min(n, size * BATCH_GROWTH, callsFor(2 * sliceMs, Math.max(nsPerCall, 1e-3)));
    const rest = rests.at(0);
    if (rest && busy >= rest.after && after - start + rest.ms < maxMs) {
      rests.shift();
      await watch.sleep(rest.ms);
    }
  }
}

/** Whether the last two batches took about the same time a call, within a factor of two. */
function isConfirmed(batches: Batch[]): boolean {
  const [[, before], [, last]] = [batches.at(-2) ?? [0, 0], batches.at(-1) ?? [0, 0]];
  return Math.max(before, last) <= 2 * Math.min(before, last);
}

/** ns per call of the quicker of the last two batches. */
function quickerOfLast(batches: Batch[]): number {
  return Math.min(...batches.slice(-2).map(([, ns]) => ns));
}

function settled(batches: Batch[]): boolean {
  if (batches.length < 2) return false;
  const [[, before], [, last]] = batches.slice(-2);
  return Math.abs(before - last) <= SETTLED * Math.min(before, last);
}
