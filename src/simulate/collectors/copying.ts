import { COPY, type MakeCollector } from "./collector.ts";
import { ofOneSpace } from "./space.ts";

/**
 * Cheney's collector (1970): one half of the heap is used; when it is full, what can be reached is copied to the other
 * half, and the first is empty. Garbage is not touched at all.
 * @param options.heap words of both halves
 */
export function copying({ heap }: { heap: number }): MakeCollector {
  return ofOneSpace("copying", Math.floor(heap / 2), (live) => COPY * live);
}
