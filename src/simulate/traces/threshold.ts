import { seeded } from "../random.ts";
import { PLACE } from "./places.ts";
import { type Trace, traceOf } from "./trace.ts";

export interface ThresholdOptions {
  length: number;
  /** values in the array; the trace passes over it again and again */
  elements: number;
  /** fraction of the values that reach the threshold */
  p: number;
  sorted: boolean;
  seed: number;
}

/** Values are drawn from 0 to RANGE - 1, as bytes are. */
const RANGE = 256;

/** `if (value >= threshold)` over an array of random bytes, in the order drawn or in rising order. */
export function thresholdTrace({ length, elements, p, sorted, seed }: ThresholdOptions): Trace {
  const random = seeded(seed);
  const values = Uint8Array.from({ length: elements }, () => random() * RANGE);
  if (sorted) values.sort();
  const threshold = RANGE * (1 - p);
  return traceOf(length, (i) => [PLACE.first, values[i % elements] >= threshold]);
}
