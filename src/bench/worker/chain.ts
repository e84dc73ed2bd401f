/** Steps of one call: about 35 us in optimised code. */
export const CHAIN_STEPS = 20_000;

/** A chain of multiplications in registers: its time follows the processor's clock and nothing else. */
export function chain(x: number): number {
  for (let i = 0; i < CHAIN_STEPS; ++i) x = (Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) + 1) | 0;
  return x;
}
