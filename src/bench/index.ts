export { type BenchOptions, bench } from "./bench.ts";
export { type BrowserHostOptions, browserHost } from "./browser/browser-host.ts";
export { judgeClaims } from "./claims.ts";
export { describeVerdict } from "./describe.ts";
export { WorkerError } from "./errors.ts";
export { experiment } from "./experiment/experiment.ts";
export { describeParallel } from "./parallel/describe.ts";
export { parseResult } from "./schema/validate.ts";
export type * from "./types.ts";
