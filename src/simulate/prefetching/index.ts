export { correlation } from "./correlation.ts";
export { nextLine } from "./next-line.ts";
export { noPrefetcher, type Prefetcher, type Turn } from "./prefetcher.ts";
export { type PrefetchRun, type PrefetchSettings, runPrefetch } from "./run.ts";
export { strideTable } from "./stride-table.ts";
export { listWalk, randomWalk, stridedWalk, twoWalks, type WalkOptions } from "./walks.ts";
