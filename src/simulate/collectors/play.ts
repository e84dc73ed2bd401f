import type { Collector, MakeCollector, Pause } from "./collector.ts";
import type { Mutator, Step } from "./mutator.ts";
import { World } from "./world.ts";

export interface CollectorRun {
  name: string;
  /** words allocated in all */
  allocated: number;
  pauses: Pause[];
  /** words touched while the program stood, and beside it */
  stopped: number;
  beside: number;
  barriers: number;
  /** objects freed although the program could reach them */
  lost: number;
  /** words of garbage that a cycle left behind, on average */
  floating: number;
  cycles: number;
  /** most words in use at once */
  peak: number;
  /** [words allocated, words in use] at about `points` moments */
  use: [allocated: number, used: number][];
}

export interface PlayOptions {
  /** moments at which memory in use is noted */
  points?: number;
  /** looks at the world and the collector after every step */
  watch?: (world: World, collector: Collector, step: Step) => void;
}

/** Runs a program's steps under a collector. */
export function playCollector(
  mutator: Mutator,
  make: MakeCollector,
  { points = 100, watch }: PlayOptions = {},
): CollectorRun {
  const world = new World(mutator);
  const collector = make(world);
  const { ledger } = collector;
  const use: CollectorRun["use"] = [];
  const every = Math.max(1, Math.floor(mutator.objects / points));
  let peak = 0;
  for (const step of mutator.steps) {
    if (step.kind === "new") {
      const object = world.made + 1;
      collector.allocate(object, step.words);
      peak = Math.max(peak, collector.used());
      if (object % every === 0) use.push([ledger.allocated, collector.used()]);
    } else if (step.kind === "write") {
      collector.beforeWrite?.(step.of, world.field(step.of, step.field), step.to);
    }
    world.apply(step);
    watch?.(world, collector, step);
  }
  const { allocated, pauses, beside, barriers, lost, floating, cycles } = ledger;
  const stopped = pauses.reduce((sum, { work }) => sum + work, 0);
  return {
    name: collector.name,
    allocated,
    pauses,
    stopped,
    beside,
    barriers,
    lost,
    floating: cycles > 0 ? floating / cycles : 0,
    cycles,
    peak,
    use,
  };
}
