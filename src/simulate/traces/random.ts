import { seeded } from "../random.ts";
import { PLACE } from "./places.ts";
import { type Trace, traceOf } from "./trace.ts";

/** One branch that is taken with probability `p`, each time independently: nothing can be learned but p. */
export function randomTrace({ length, p, seed }: { length: number; p: number; seed: number }): Trace {
  const random = seeded(seed);
  return traceOf(length, () => [PLACE.first, random() < p]);
}
