export * from "./caches/index.ts";
export * from "./coherence/index.ts";
export * from "./heaps/index.ts";
export * from "./numa/index.ts";
export * from "./pipeline/index.ts";
export * from "./predictors/index.ts";
export { type Random, seeded } from "./random.ts";
export * from "./scheduling/index.ts";
export * from "./traces/index.ts";
