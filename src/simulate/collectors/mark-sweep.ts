import { type Collector, emptyLedger, type MakeCollector, outOfMemory, SCAN, SWEEP } from "./collector.ts";
import { judge } from "./judge.ts";
import { trace, wordsOf } from "./tracing.ts";

/**
 * McCarthy's collector (1960): when the heap is full, mark what can be reached, then sweep the rest into free lists. Free
 * memory is taken to be usable whatever its shape; fragmentation is another model's subject.
 */
export function markSweep({ heap }: { heap: number }): MakeCollector {
  return (world): Collector => {
    const ledger = emptyLedger();
    let held = new Set<number>();
    let used = 0;

    function collect(): void {
      const live = trace(world, world.roots, (object) => held.has(object));
      const marked = wordsOf(world, live);
      ledger.pauses.push({
        at: ledger.allocated,
        work: SCAN * marked + SWEEP * held.size,
        why: "full",
      });
      const before = held;
      held = new Set(live);
      used = marked;
      judge(world, before, held, ledger);
    }

    return {
      name: "mark-sweep",
      ledger,
      used: () => used,
      holds: (object) => held.has(object),
      allocate(object, words) {
        if (used + words > heap) collect();
        if (used + words > heap) throw outOfMemory("mark-sweep", words, used, heap);
        held.add(object);
        used += words;
        ledger.allocated += words;
      },
    };
  };
}
