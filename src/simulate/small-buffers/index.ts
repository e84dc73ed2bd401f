export { type BufferCost, type BufferShape, bufferCost, chunkBytes } from "./cost.ts";
export { geometricLengths, type Lengths, twoLengths, uniformLengths } from "./lengths.ts";
