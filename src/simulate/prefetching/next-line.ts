import type { Prefetcher } from "./prefetcher.ts";

/**
 * Fetches the line that lies `distance` lines on, at every access, whatever came before. Alan Jay Smith, "Cache
 * Memories", ACM Computing Surveys 14(3), 1982, calls it one block lookahead for a distance of 1.
 */
export function nextLine(distance = 1): Prefetcher {
  return { observe: ({ line }) => [line + distance] };
}
