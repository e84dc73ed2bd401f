import { type ReplacementPolicy, replacement } from "./policy.ts";
import { type CacheShape, setsOf } from "./shape.ts";

/** What became of one access. */
export interface Access {
  hit: boolean;
  set: number;
  way: number;
}

export interface Cache {
  shape: CacheShape;
  sets: number;
  /** reads or writes; one that lies across two lines misses once if either is absent. A write brings its line in as a read does */
  accesses: number;
  misses: number;
  /** one access to `bytes` bytes, 1 unless given; tells where its last line is now */
  access: (address: number, bytes?: number) => Access;
  /** number of the line in each slot `set * ways + way`, -1 if there is none */
  lines: Int32Array;
  /** lines that came into each slot so far */
  fills: Uint32Array;
}

export type CacheOptions = CacheShape & {
  /** LRU unless given */
  policy?: ReplacementPolicy;
  /** of the random policy */
  seed?: number;
};

/**
 * A set-associative cache: a line of memory has one set where it may be, and any of the ways of that set. One way makes
 * it direct-mapped, one set fully associative. It fills empty ways first, and brings a line in on every miss.
 *
 * It is told addresses as the program sees them, has no prefetcher and no time: it counts.
 */
export function cache({ policy = "LRU", seed, ...shape }: CacheOptions): Cache {
  const { ways, line: lineBytes } = shape;
  const sets = setsOf(shape);
  const order = replacement(policy, sets, ways, seed);
  const lines = new Int32Array(sets * ways).fill(-1);
  const fills = new Uint32Array(sets * ways);

  const touch = (line: number): Access => {
    const set = line % sets;
    const from = set * ways;
    let empty = -1;
    for (let way = 0; way < ways; ++way) {
      if (lines[from + way] === line) {
        order.used(set, way);
        return { hit: true, set, way };
      }
      if (empty < 0 && lines[from + way] < 0) empty = way;
    }
    const way = empty < 0 ? order.victim(set) : empty;
    lines[from + way] = line;
    fills[from + way] += 1;
    order.filled(set, way);
    return { hit: false, set, way };
  };

  const simulated: Cache = {
    shape,
    sets,
    lines,
    fills,
    accesses: 0,
    misses: 0,
    access: (address, bytes = 1) => {
      const first = Math.floor(address / lineBytes);
      const last = Math.floor((address + bytes - 1) / lineBytes);
      let result = touch(first);
      let hit = result.hit;
      for (let line = first + 1; line <= last; ++line) {
        result = touch(line);
        hit &&= result.hit;
      }
      simulated.accesses += 1;
      if (!hit) simulated.misses += 1;
      return { ...result, hit };
    },
  };
  return simulated;
}
