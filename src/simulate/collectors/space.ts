import { type Collector, emptyLedger, type Ledger, type MakeCollector, outOfMemory } from "./collector.ts";
import { judge } from "./judge.ts";
import { trace, wordsOf } from "./tracing.ts";
import type { World } from "./world.ts";

/**
 * What a full collection costs.
 * @param live words that are kept
 * @param objects in memory before it, dead or alive
 * @returns words touched
 */
export type Work = (live: number, objects: number) => number;

/** Objects that are collected together while the program stands. */
export class Space {
  held = new Set<number>();
  /** words, garbage included */
  used = 0;
  private readonly world: World;
  private readonly ledger: Ledger;
  private readonly work: Work;

  constructor(world: World, ledger: Ledger, work: Work) {
    this.world = world;
    this.ledger = ledger;
    this.work = work;
  }

  add(object: number, words: number): void {
    this.held.add(object);
    this.used += words;
  }

  /** Keeps what the roots reach without leaving the space. */
  collect(): void {
    const before = this.held;
    const live = trace(this.world, this.world.roots, (object) => before.has(object));
    this.used = wordsOf(this.world, live);
    this.held = new Set(live);
    const work = this.work(this.used, before.size);
    this.ledger.pauses.push({ at: this.ledger.allocated, work, why: "full" });
    judge(this.world, before, this.held, this.ledger);
  }
}

/** A collector of a single space, which is collected whenever it is full. */
export function ofOneSpace(name: string, room: number, work: Work): MakeCollector {
  return (world): Collector => {
    const ledger = emptyLedger();
    const space = new Space(world, ledger, work);
    return {
      name,
      ledger,
      used: () => space.used,
      holds: (object) => space.held.has(object),
      allocate(object, words) {
        if (space.used + words > room) space.collect();
        if (space.used + words > room) throw outOfMemory(name, words, space.used, room);
        space.add(object, words);
        ledger.allocated += words;
      },
    };
  };
}
