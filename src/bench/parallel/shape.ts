import { count, fraction, interval, listOf, orNull, positive, shape, text } from "../schema/schema.ts";
import type { ParallelResult } from "../types.ts";

/** Exactly what `result.parallel` holds. */
export const parallelShape = shape({
  workers: listOf(count),
  ms: positive,
  scaling2: orNull(shape({ ratio: positive, interval })),
  points: listOf(
    shape({
      variant: text,
      workers: count,
      runs: listOf(positive),
      perSecond: positive,
      interval,
      coverage: fraction,
    }),
  ),
});

/** The rules between the fields. Throws a TypeError with the path of the first wrong one. */
export function checkParallel({ workers, points }: ParallelResult, path: string): void {
  for (const [i, point] of points.entries()) {
    if (!workers.includes(point.workers))
      throw new TypeError(`${path}.points[${i}].workers: ${point.workers} is none of ${workers.join(", ")}`);
  }
}
