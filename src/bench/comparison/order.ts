import { mixSeeds, permutation, randomFrom } from "../statistics/random.ts";

/**
 * Row 2j is a random permutation of the integers below `length`, row 2j + 1 its mirror: what drifts
 * steadily through a pair of blocks then favours no variant.
 *
 *     A B C   C B A   B A C   C A B  ...
 */
export function mirroredOrder(length: number, rows: number, seed: number): number[][] {
  const random = randomFrom(mixSeeds(seed, length));
  const order: number[][] = [];
  for (let row = 0; row < rows; ++row) {
    order.push(row % 2 === 0 ? permutation(length, random) : order[row - 1].toReversed());
  }
  return order;
}
