import { BATCH_GROWTH, LONG_YIELD_MS, SETTLED, YIELD_MS } from "../defaults.ts";
import { round } from "../round.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** [duration in ms, ns per call] */
export type Batch = [number, number];

/**
 * Calls in growing batches, up to n a batch, until `minMs` are spent and the last two batches agree, or `maxMs`
 * are over. Rests half-way, and longer before the first extension, so that code compiled on another thread can
 * arrive; a batch follows every rest, so that no slice starts on cold caches.
 */
export async function warmUp(watch: Stopwatch, n: number, minMs: number, maxMs: number): Promise<Batch[]> {
  const batches: Batch[] = [];
  const rests = [
    { after: minMs / 2, ms: YIELD_MS },
    { after: minMs, ms: LONG_YIELD_MS },
  ];
  const start = watch.now();
  let busy = 0;
  for (let size = 1; ; size = Math.min(n, size * BATCH_GROWTH)) {
    const before = watch.now();
    const ms = watch.time(size);
    const after = watch.now();
    busy += after - before;
    batches.push([round(ms), round((ms * 1e6) / size)]);
    if (size === n && (after - start >= maxMs || (busy >= minMs && settled(batches)))) return batches;
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
