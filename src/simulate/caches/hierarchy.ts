import { type Cache, type CacheOptions, cache } from "./cache.ts";

/** Caches one behind the other. */
export interface Hierarchy {
  /** the nearest first */
  levels: Cache[];
  /** the number of the level that had it, from 0; as many as there are levels if none had */
  access: (address: number, bytes?: number) => number;
}

/**
 * A level is asked only for what all levels before it missed, and then keeps it, as Cachegrind does it. Lines that
 * one level gives up stay where they are in the others.
 */
export function hierarchy(levels: readonly CacheOptions[]): Hierarchy {
  const caches = levels.map(cache);
  return {
    levels: caches,
    access: (address, bytes) => {
      const at = caches.findIndex((level) => level.access(address, bytes).hit);
      return at < 0 ? caches.length : at;
    },
  };
}
