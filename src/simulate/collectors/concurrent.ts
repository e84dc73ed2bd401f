import { type Collector, emptyLedger, outOfMemory, SCAN, SWEEP } from "./collector.ts";
import { judge } from "./judge.ts";
import { wordsOf } from "./tracing.ts";
import type { World } from "./world.ts";

/**
 * What a store does while marking goes on. `insertion` (Dijkstra and others 1978): the new target is grey. `deletion` (Yuasa
 * 1990): what the field held is grey, so that everything reachable when marking began is kept. `none`: nothing, which is wrong.
 */
export type Barrier = "insertion" | "deletion" | "none";

export interface ConcurrentOptions {
  heap: number;
  /** share of the heap in use at which marking begins */
  startAt?: number;
  /** words that the collector's core touches while the program allocates one */
  pace?: number;
  barrier?: Barrier;
}

export type Colour = "white" | "grey" | "black";

export interface Marker extends Collector {
  marking: () => boolean;
  /** of an object in memory, while marking goes on */
  colour: (object: number) => Colour;
}

/**
 * Marks on another core while the program runs, in three colours: white was not seen yet, grey was seen and not scanned, black
 * was scanned. New objects are black while marking goes on. The program stops twice a cycle, to hand over its roots and to hand
 * over what has become of them; and it stalls if it fills the heap before the cycle ends.
 */
export function concurrent(options: ConcurrentOptions): (world: World) => Marker {
  const { heap, startAt = 0.7, pace = 2, barrier = "deletion" } = options;
  return (world) => {
    const ledger = emptyLedger();
    let held = new Set<number>();
    let used = 0;
    let marking = false;
    let grey: number[] = [];
    /** objects that are grey or black; none at other times */
    let reached = new Set<number>();
    let black = new Set<number>();
    /** words of work that the other core has not done yet, of what it could have done */
    let credit = 0;

    const shade = (object: number) => {
      if (object === 0 || reached.has(object) || !held.has(object)) return;
      reached.add(object);
      grey.push(object);
    };

    function start(): void {
      marking = true;
      world.roots.forEach(shade);
      ledger.pauses.push({ at: ledger.allocated, work: world.roots.length, why: "start" });
      credit = 0;
    }

    /** Scans grey objects for so many words; gives the words that it took. */
    function mark(budget: number): number {
      let spent = 0;
      while (spent < budget) {
        const object = grey.pop();
        if (object === undefined) break;
        black.add(object);
        world.forEachField(object, shade);
        spent += SCAN * world.words[object];
      }
      return spent;
    }

    /** Roots have no barrier, so they are read again; what that finds is marked while the program stands. */
    function finish(): void {
      world.roots.forEach(shade);
      const work = world.roots.length + mark(Number.POSITIVE_INFINITY);
      ledger.pauses.push({ at: ledger.allocated, work, why: "end" });
      ledger.beside += SWEEP * held.size;
      const before = held;
      held = black;
      used = wordsOf(world, held);
      judge(world, before, held, ledger);
      marking = false;
      grey = [];
      reached = new Set();
      black = new Set();
    }

    function stall(): void {
      if (!marking) start();
      const work = mark(Number.POSITIVE_INFINITY);
      ledger.pauses.push({ at: ledger.allocated, work, why: "stall" });
      finish();
    }

    return {
      name: `concurrent, ${barrier === "none" ? "no" : barrier} barrier`,
      ledger,
      used: () => used,
      holds: (object) => held.has(object),
      marking: () => marking,
      colour: (object) => (black.has(object) ? "black" : reached.has(object) ? "grey" : "white"),
      beforeWrite(_of, from, to) {
        if (!marking || barrier === "none") return;
        const object = barrier === "insertion" ? to : from;
        if (object === 0 || reached.has(object)) return;
        ledger.barriers += 1;
        shade(object);
      },
      allocate(object, words) {
        if (!marking && used + words > startAt * heap) start();
        if (marking) {
          credit += pace * words;
          const spent = mark(credit);
          credit -= spent;
          ledger.beside += spent;
          if (grey.length === 0) finish();
        }
        if (used + words > heap) stall();
        if (used + words > heap) throw outOfMemory("concurrent", words, used, heap);
        held.add(object);
        used += words;
        ledger.allocated += words;
        if (marking) {
          reached.add(object);
          black.add(object);
        }
      },
    };
  };
}
