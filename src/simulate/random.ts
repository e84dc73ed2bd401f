/** Uniform in [0, 1), in steps of 2^-32. */
export type Random = () => number;

/**
 * A seeded generator: the same seed gives the same numbers in every engine.
 *
 * xoshiro128** 1.1 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM
 * Transactions on Mathematical Software 47(4), 2021): 128 bits of state, period 2^128 - 1.
 *
 * @param seed any 32-bit integer; near seeds give unrelated sequences
 */
export function seeded(seed: number): Random {
  const next = xoshiro128(spreadSeed(seed));
  return () => next() / 2 ** 32;
}

/** The generator itself, from four 32-bit words of state that are not all zero. */
export function xoshiro128([a, b, c, d]: [number, number, number, number]): () => number {
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

/**
 * Four words from one seed: a counter that steps by the golden ratio, each step mixed by the
 * finaliser of MurmurHash3 (Appleby). The plan is SplitMix's (Steele, Lea, Flood, OOPSLA 2014).
 */
function spreadSeed(seed: number): [number, number, number, number] {
  const word = (i: number) => mix((seed + Math.imul(i, 0x9e3779b9)) | 0);
  return [word(1), word(2), word(3), word(4)];
}

/** A bijection on 32 bits in which every input bit moves every output bit. */
function mix(word: number): number {
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
