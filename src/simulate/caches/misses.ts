import { type CacheOptions, cache } from "./cache.ts";
import type { Loop } from "./loops.ts";

/** Misses by what would have prevented them. */
export interface Misses {
  accesses: number;
  misses: number;
  /** first uses of a line: no cache of this line size avoids them */
  compulsory: number;
  /** further misses of a fully associative LRU cache of the same size */
  capacity: number;
  /** what the sets add; negative where they happen to do better than LRU over the whole cache */
  conflict: number;
}

/**
 * The three Cs: Mark D. Hill and Alan Jay Smith, "Evaluating Associativity in CPU Caches", IEEE Transactions on
 * Computers 38(12), 1989. A fully associative cache is searched from end to end: meant for small caches.
 */
export function classifyMisses(loop: Loop, options: CacheOptions): Misses {
  const { bytes, line } = options;
  const real = cache(options);
  const full = cache({ bytes, line, ways: bytes / line });
  const seen = new Set<number>();
  loop((address, size) => {
    real.access(address, size);
    full.access(address, size);
    for (let at = Math.floor(address / line); at <= Math.floor((address + size - 1) / line); ++at)
      seen.add(at);
  });
  return {
    accesses: real.accesses,
    misses: real.misses,
    compulsory: seen.size,
    capacity: full.misses - seen.size,
    conflict: real.misses - full.misses,
  };
}
