import type { Prefetcher } from "./prefetcher.ts";

/** What is known of one instruction. */
interface Entry {
  last: number;
  stride: number;
  state: "initial" | "transient" | "steady" | "no prediction";
}

/**
 * Remembers for each instruction its last line and the step to it, and fetches `distance` steps ahead once the same step
 * came twice. Four states keep one odd step from being forgotten or followed: the reference prediction table of Tien-Fu
 * Chen and Jean-Loup Baer, "Effective Hardware-Based Data Prefetching for High-Performance Processors", IEEE Transactions
 * on Computers 44(5), 1995, on lines instead of addresses and without limit of entries.
 */
export function strideTable(distance = 1): Prefetcher {
  const table = new Map<number, Entry>();
  return {
    observe: ({ place, line }) => {
      const entry = table.get(place);
      if (entry === undefined) {
        table.set(place, { last: line, stride: 0, state: "initial" });
        return [];
      }
      const right = line === entry.last + entry.stride;
      const was = entry.state;
      // a steady entry keeps its step through one that does not fit
      if (!right && was !== "steady") entry.stride = line - entry.last;
      entry.state = right ? onRight[was] : onWrong[was];
      entry.last = line;
      return entry.state === "steady" && entry.stride !== 0 ? [line + distance * entry.stride] : [];
    },
  };
}

const onRight = {
  initial: "steady",
  transient: "steady",
  steady: "steady",
  "no prediction": "transient",
} as const;
const onWrong = {
  initial: "transient",
  transient: "no prediction",
  steady: "initial",
  "no prediction": "no prediction",
} as const;
