export { type FiveStageOptions, fiveStage } from "./five-stage.ts";
export { type Instruction, parseTrace } from "./instruction.ts";
export { type OutOfOrderOptions, outOfOrder } from "./out-of-order.ts";
export { type PipelineRow, type PipelineRun, type Stay, whatHappens } from "./timeline.ts";
