import { COPY, type Collector, emptyLedger, type MakeCollector, outOfMemory } from "./collector.ts";
import { judge } from "./judge.ts";
import { trace, wordsOf } from "./tracing.ts";

/**
 * Cheney's collector (1970): one half of the heap is used; when it is full, what can be reached is copied to the other
 * half, and the first is empty. Garbage is not touched at all.
 */
export function copying({ heap }: { heap: number }): MakeCollector {
  const half = Math.floor(heap / 2);
  return (world): Collector => {
    const ledger = emptyLedger();
    let held = new Set<number>();
    let used = 0;

    function collect(): void {
      const live = trace(world, world.roots, (object) => held.has(object));
      used = wordsOf(world, live);
      ledger.pauses.push({ at: ledger.allocated, work: COPY * used, why: "full" });
      const before = held;
      held = new Set(live);
      judge(world, before, held, ledger);
    }

    return {
      name: "copying",
      ledger,
      used: () => used,
      holds: (object) => held.has(object),
      allocate(object, words) {
        if (used + words > half) collect();
        if (used + words > half) throw outOfMemory("copying", words, used, half);
        held.add(object);
        used += words;
        ledger.allocated += words;
      },
    };
  };
}
