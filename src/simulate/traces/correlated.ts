import { seeded } from "../random.ts";
import { PLACE } from "./places.ts";
import { type Trace, traceOf } from "./trace.ts";

/**
 * `if (a) …; if (b) …; if (a === b) …` over and over, with a and b random. Alone the third branch
 * is as random as the others; whoever remembers the two before it knows it.
 */
export function correlatedTrace({ length, p, seed }: { length: number; p: number; seed: number }): Trace {
  const random = seeded(seed);
  let a = false;
  let b = false;
  return traceOf(length, (i) => {
    if (i % 3 === 2) return [PLACE.third, a === b];
    a = b;
    b = random() < p;
    return [i % 3 === 0 ? PLACE.first : PLACE.second, b];
  });
}
