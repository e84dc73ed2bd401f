/** What a cache is built like. */
export interface CacheShape {
  /** capacity */
  bytes: number;
  /** places for a line in each set */
  ways: number;
  /** bytes of a line, a power of two */
  line: number;
}

/** Where an address belongs: which line of memory, which set, which byte of the line. */
export interface Place {
  /** number of the line, counted from address 0 */
  line: number;
  set: number;
  /** what is kept beside the line, so that others of the same set can be told from it */
  tag: number;
  offset: number;
}

/**
 * Sets of a cache of this shape.
 * @throws {RangeError} if the shape is none: a line that is no power of two, or sets that are no whole number
 */
export function setsOf({ bytes, ways, line }: CacheShape): number {
  if (!(line > 0) || !Number.isInteger(Math.log2(line)))
    throw new RangeError(`A line of ${line} bytes: use a power of two.`);
  const sets = bytes / (ways * line);
  if (!Number.isInteger(sets) || sets < 1)
    throw new RangeError(
      `${bytes} bytes are no whole number of sets of ${ways} lines of ${line} bytes: use a multiple of ${ways * line}.`,
    );
  return sets;
}

/** Consecutive lines go to consecutive sets, and round again. */
export function placeOf(address: number, shape: CacheShape): Place {
  const sets = setsOf(shape);
  const line = Math.floor(address / shape.line);
  return { line, set: line % sets, tag: Math.floor(line / sets), offset: address % shape.line };
}
