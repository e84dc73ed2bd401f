export { correlatedTrace } from "./correlated.ts";
export { nestedLoopTrace } from "./loop.ts";
export { patternTrace, periodicTrace } from "./periodic.ts";
export { randomTrace } from "./random.ts";
export { type ThresholdOptions, thresholdTrace } from "./threshold.ts";
export { type Trace, traceOf } from "./trace.ts";
