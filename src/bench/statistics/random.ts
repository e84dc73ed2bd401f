/** Uniform in [0, 1), steps of 2^-32. */
export type Random = () => number;

/** Spreads the bits of a 32-bit integer (the finaliser of MurmurHash3, by Austin Appleby, public domain). */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** One seed out of several numbers, so that block 3 of seed 7 and block 7 of seed 3 differ. */
export function mixSeeds(...seeds: number[]): number {
  return seeds.reduce((hash, seed) => mix(Math.imul(hash, 31) + mix(seed + 0x9e3779b9)), 0x243f6a88);
}

/**
 * xoshiro128** (Blackman and Vigna 2018, public domain). The state is a typed array: in variables of a closure
 * V8 would box each 32-bit value on the heap and leave garbage for the timed code to collect.
 */
export function randomFrom(seed: number): Random {
  const s = Uint32Array.of(mix(seed), mix(seed + 1), mix(seed + 2), mix(seed + 3) | 1);
  return () => {
    const x = Math.imul(s[1], 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9);
    const t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = (s[3] << 11) | (s[3] >>> 21);
    return (result >>> 0) / 2 ** 32;
  };
}

/** The integers below `length` in random order (Fisher and Yates). */
export function permutation(length: number, random: Random): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; --i) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
