import { type MakeCollector, SCAN, SWEEP } from "./collector.ts";
import { ofOneSpace, type Work } from "./space.ts";

/** Marks read what is alive, and the sweep looks at every object. */
export const markAndSweep: Work = (live, objects) => SCAN * live + SWEEP * objects;

/**
 * McCarthy's collector (1960): when the heap is full, mark what can be reached, then sweep the rest into free lists. Free
 * memory is taken to be usable whatever its shape; fragmentation is another model's subject.
 * @param options.heap words
 */
export function markSweep({ heap }: { heap: number }): MakeCollector {
  return ofOneSpace("mark-sweep", heap, markAndSweep);
}
