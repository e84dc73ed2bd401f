/**
 * What a program asks of its allocator: a positive number is a malloc of so many bytes, any other the free of a block, by its
 * number with a minus. Blocks are numbered from 0 in the order in which they were asked for.
 */
export type MallocCalls = readonly number[];

/** Bytes of one malloc, from 16 to 1,023: as many between 16 and 32 as between 512 and 1,024, evenly in between. */
export function someBytes(random: () => number): number {
  const octave = 16 * 2 ** Math.floor(6 * random());
  return octave + Math.floor(octave * random());
}
