/** A line that is in the cache, or on its way. */
export interface StoredLine {
  /** tick at which it is there */
  arrives: number;
  /** fetched by the prefetcher and not used yet */
  unused: boolean;
}

export interface LineStore {
  /** the line, which now counts as the one used last; undefined if it is not there */
  use: (line: number) => StoredLine | undefined;
  has: (line: number) => boolean;
  /** puts a line in, and takes the one out that was not used for longest if there is no room */
  put: (line: number, stored: StoredLine) => void;
}

/** A fully associative cache of `capacity` lines under LRU. */
export function lineStore(capacity: number): LineStore {
  // a Map keeps the order in which its keys came
  const lines = new Map<number, StoredLine>();
  return {
    has: (line) => lines.has(line),
    use: (line) => {
      const stored = lines.get(line);
      if (stored !== undefined) {
        lines.delete(line);
        lines.set(line, stored);
      }
      return stored;
    },
    put: (line, stored) => {
      lines.delete(line);
      if (lines.size >= capacity) lines.delete(lines.keys().next().value as number);
      lines.set(line, stored);
    },
  };
}
