import { COPY, type Collector, emptyLedger, type MakeCollector, outOfMemory, SCAN } from "./collector.ts";
import { judge } from "./judge.ts";
import { markAndSweep } from "./mark-sweep.ts";
import { Space } from "./space.ts";
import { trace, wordsOf } from "./tracing.ts";

export interface GenerationalOptions {
  /** words of both generations together */
  heap: number;
  /** words of the young one */
  nursery: number;
  /** false leaves out the write barrier, to show what it is for */
  barrier?: boolean;
}

/**
 * Two generations: objects are made in a nursery; when it is full, those that roots or old objects refer to are copied into
 * the old generation, which is marked and swept when it is full itself. Stores of young objects into old ones are noted by the
 * write barrier in a remembered set, since nobody looks through the old generation otherwise.
 */
export function generational({ heap, nursery, barrier = true }: GenerationalOptions): MakeCollector {
  const oldRoom = heap - nursery;
  return (world): Collector => {
    const ledger = emptyLedger();
    let young = new Set<number>();
    const old = new Space(world, ledger, markAndSweep);
    let remembered = new Set<number>();
    let youngUsed = 0;

    function minor(): void {
      const from = [...world.roots];
      for (const object of remembered) world.forEachField(object, (to) => from.push(to));
      const survivors = trace(world, from, (object) => young.has(object));
      const work = COPY * wordsOf(world, survivors) + SCAN * wordsOf(world, remembered);
      ledger.pauses.push({ at: ledger.allocated, work, why: "minor" });
      const before = young;
      judge(world, before, new Set(survivors), ledger);
      for (const object of survivors) old.add(object, world.words[object]);
      young = new Set();
      remembered = new Set();
      youngUsed = 0;
    }

    return {
      name: "generational",
      ledger,
      used: () => youngUsed + old.used,
      holds: (object) => young.has(object) || old.held.has(object),
      beforeWrite(of, _from, to) {
        if (!barrier || !old.held.has(of) || !young.has(to) || remembered.has(of)) return;
        remembered.add(of);
        ledger.barriers += 1;
      },
      allocate(object, words) {
        if (youngUsed + words > nursery) {
          minor();
          // room for whatever the next minor collection may bring
          if (old.used + nursery > oldRoom) old.collect();
          if (old.used + nursery > oldRoom) throw outOfMemory("generational", nursery, old.used, oldRoom);
        }
        if (words > nursery) throw outOfMemory("generational", words, youngUsed, nursery);
        young.add(object);
        youngUsed += words;
        ledger.allocated += words;
      },
    };
  };
}
