export { type Access, type Cache, type CacheOptions, cache } from "./cache.ts";
export { type Hierarchy, hierarchy } from "./hierarchy.ts";
export { columnOrder, everyNth, type Loop, type Matrix, product, rowOrder, type Touch } from "./loops.ts";
export { classifyMisses, type Misses } from "./misses.ts";
export type { ReplacementPolicy } from "./policy.ts";
export { type CacheShape, type Place, placeOf, setsOf } from "./shape.ts";
