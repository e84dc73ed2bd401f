import { seeded } from "../random.ts";

/** Who has to go when a set is full. */
export type ReplacementPolicy = "LRU" | "FIFO" | "random" | "tree";

/** The state of a policy for all sets; a slot is `set * ways + way`. */
export interface Replacement {
  /** a line came into the slot */
  filled: (set: number, way: number) => void;
  /** the line in the slot was used again */
  used: (set: number, way: number) => void;
  /** the way whose line goes next; only asked when the set is full */
  victim: (set: number) => number;
}

/**
 * - LRU: the line that was not used for longest
 * - FIFO: the line that came first, however often it was used
 * - random: any, from a seeded generator
 * - tree: a binary tree of bits over the ways; each use turns the bits on its path away from itself, and the victim is
 *   where they lead. Nearly LRU, for `ways - 1` bits a set ("pseudo-LRU")
 *
 * @throws {RangeError} if a tree is asked for over ways that are no power of two
 */
export function replacement(policy: ReplacementPolicy, sets: number, ways: number, seed = 1): Replacement {
  if (policy === "random") return anyWay(ways, seed);
  if (policy === "tree") return treeOfBits(sets, ways);
  return oldest(sets, ways, policy === "LRU");
}

/** A time stamp for each slot, renewed by use or not. */
function oldest(sets: number, ways: number, renewed: boolean): Replacement {
  const stamps = new Float64Array(sets * ways);
  let now = 0;
  const stamp = (set: number, way: number) => {
    stamps[set * ways + way] = ++now;
  };
  return {
    filled: stamp,
    used: renewed ? stamp : () => {},
    victim: (set) => {
      const from = set * ways;
      let least = from;
      for (let slot = from + 1; slot < from + ways; ++slot) if (stamps[slot] < stamps[least]) least = slot;
      return least - from;
    },
  };
}

function anyWay(ways: number, seed: number): Replacement {
  const random = seeded(seed);
  return { filled: () => {}, used: () => {}, victim: () => Math.floor(random() * ways) };
}

/** Node 1 is the root, node n has the children 2n and 2n + 1; a bit is 1 if the victim is to the right. */
function treeOfBits(sets: number, ways: number): Replacement {
  if (!Number.isInteger(Math.log2(ways)))
    throw new RangeError(`A tree over ${ways} ways: use a power of two.`);
  const bits = new Uint8Array(sets * ways);
  const away = (set: number, way: number) => {
    for (let node = ways + way; node > 1; node >>= 1) bits[set * ways + (node >> 1)] = node & 1 ? 0 : 1;
  };
  return {
    filled: away,
    used: away,
    victim: (set) => {
      let node = 1;
      while (node < ways) node = 2 * node + bits[set * ways + node];
      return node - ways;
    },
  };
}
