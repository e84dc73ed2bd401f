import { lineStore } from "./line-store.ts";
import type { Prefetcher, Turn } from "./prefetcher.ts";

export interface PrefetchSettings {
  prefetcher: Prefetcher;
  /** lines that the cache holds */
  capacity: number;
  /** ticks from asking memory for a line to having it */
  latency: number;
  /** ticks that a turn takes once its line is there; no turn begins before the one before has ended */
  work: number;
}

export interface PrefetchRun {
  turns: number;
  /** loads that had to ask memory themselves */
  misses: number;
  /** loads that waited for a line which the prefetcher had asked for */
  late: number;
  /** lines that the prefetcher asked memory for */
  fetched: number;
  /** of these, lines that were used */
  useful: number;
  /** misses of the same loads without a prefetcher */
  missesWithout: number;
  /** loads that missed, and would have hit without the prefetcher, whose lines took the room */
  polluted: number;
  /** useful over fetched; 0 if nothing was fetched */
  accuracy: number;
  /** share of the misses without a prefetcher that are none with it, late ones counted as gone; below 0 if there are more */
  coverage: number;
  /** ticks a turn */
  ticks: number;
}

/**
 * Runs a loop on a cache with a prefetcher. Every turn loads one line, waits for it, works and ends. What the prefetcher
 * asks for takes its place in the cache at once and is there after `latency` ticks; memory serves any number of requests
 * at a time. Accuracy, lateness and pollution are those of Santhosh Srinath, Onur Mutlu, Hyesoon Kim and Yale N. Patt,
 * "Feedback Directed Prefetching", HPCA 2007.
 *
 * If every load comes from a line of its own and the prefetcher is right and `distance` turns ahead, a turn takes
 * max(work, (latency + work) / (distance + 1)): it ends work ticks after its line, which was asked for distance turns ago.
 */
export function runPrefetch(turns: readonly Turn[], settings: PrefetchSettings): PrefetchRun {
  const { prefetcher, capacity, latency, work } = settings;
  const cache = lineStore(capacity);
  const without = lineStore(capacity);
  const run = { misses: 0, late: 0, fetched: 0, useful: 0, missesWithout: 0, polluted: 0 };
  let now = 0;

  for (const turn of turns) {
    const start = now;
    const hitWithout = without.use(turn.line) !== undefined;
    if (!hitWithout) {
      run.missesWithout += 1;
      without.put(turn.line, { arrives: 0, unused: false });
    }

    const stored = cache.use(turn.line);
    if (stored === undefined) {
      run.misses += 1;
      if (hitWithout) run.polluted += 1;
      cache.put(turn.line, { arrives: start + latency, unused: false });
      now = start + latency;
    } else {
      if (stored.unused) run.useful += 1;
      stored.unused = false;
      if (stored.arrives > start) {
        run.late += 1;
        now = stored.arrives;
      }
    }
    for (const line of prefetcher.observe(turn)) {
      if (cache.has(line)) continue;
      run.fetched += 1;
      cache.put(line, { arrives: start + latency, unused: true });
    }
    now += work;
  }

  const { misses, fetched, useful, missesWithout } = run;
  return {
    ...run,
    turns: turns.length,
    accuracy: fetched === 0 ? 0 : useful / fetched,
    coverage: missesWithout === 0 ? 0 : 1 - misses / missesWithout,
    ticks: now / turns.length,
  };
}
