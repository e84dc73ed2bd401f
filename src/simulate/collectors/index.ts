export type { Collector, Ledger, MakeCollector, Pause } from "./collector.ts";
export { type Barrier, type Colour, type ConcurrentOptions, concurrent, type Marker } from "./concurrent.ts";
export { copying } from "./copying.ts";
export { type GenerationalOptions, generational } from "./generational.ts";
export { markSweep } from "./mark-sweep.ts";
export { type Mutator, type ServerOptions, type Step as MutatorStep, serverMutator } from "./mutator.ts";
export { type CollectorRun, type PlayOptions, playCollector } from "./play.ts";
export { type HeapGraph, type Retained, retainedSizes } from "./retained.ts";
export { World } from "./world.ts";
