import type { Prefetcher } from "./prefetcher.ts";

/**
 * Remembers which line followed which, for all instructions together, and fetches the `distance` lines that followed
 * last time. Doug Joseph and Dirk Grunwald, "Prefetching Using Markov Predictors", ISCA 1997, with one successor a line and
 * without limit of entries.
 */
export function correlation(distance = 1): Prefetcher {
  const after = new Map<number, number>();
  let last: number | null = null;
  return {
    observe: ({ line }) => {
      if (last !== null && last !== line) after.set(last, line);
      last = line;
      const wanted: number[] = [];
      for (let next = after.get(line); next !== undefined && wanted.length < distance; next = after.get(next))
        wanted.push(next);
      return wanted;
    },
  };
}
