import { BATCH_GROWTH, LONG_YIELD_MS, SETTLED, YIELD_MS } from "../defaults.ts";
import { round } from "../round.ts";
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
 * 2.8 s took 19 to 35 s (Chromium 156, 2026-11-20). Then a slice has fewer; no batch is meant to take more than two.
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
    if (full && (after - start >= maxMs || (busy >= minMs && settled(batches)))) {
      const asPlanned = size === n && ms <= 2 * sliceMs;
      return { batches, n: asPlanned ? n : Math.min(n, callsFor(sliceMs, nsPerCall)) };
    }
    size = Math.min(n, size * BATCH_GROWTH, callsFor(2 * sliceMs, Math.max(nsPerCall, 1e-3)));
    const rest = rests.at(0);
    if (rest && busy >= rest.after && after - start + rest.ms < maxMs) {
      rests.shift();
      await watch.sleep(rest.ms);
    }
  }
}

function settled(batches: Batch[]): boolean {
  if (batches.length < 2) return false;
  const [[, before], [, last]] = batches.slice(-2);
  return Math.abs(before - last) <= SETTLED * Math.min(before, last);
}
