import { seeded } from "../random.ts";
import { PLACE } from "./places.ts";
import { type Trace, traceOf } from "./trace.ts";

/** One branch that repeats the given pattern. */
export function patternTrace({ length, pattern }: { length: number; pattern: readonly boolean[] }): Trace {
  return traceOf(length, (i) => [PLACE.first, pattern[i % pattern.length]]);
}

/** One branch that repeats a pattern of `period` outcomes, drawn once with probability `p` of taken. */
export function periodicTrace({
  length,
  period,
  p,
  seed,
}: {
  length: number;
  period: number;
  p: number;
  seed: number;
}): Trace {
  const random = seeded(seed);
  return patternTrace({ length, pattern: Array.from({ length: period }, () => random() < p) });
}
