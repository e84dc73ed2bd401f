export { type Gshare, gshare } from "./gshare.ts";
export { type OneBit, oneBit } from "./one-bit.ts";
export { type Perceptron, perceptron } from "./perceptron.ts";
export type { Predictor } from "./predictor.ts";
export { type PredictorRun, run } from "./run.ts";
export { alwaysTaken, neverTaken } from "./static.ts";
export { type Tage, type TageOptions, tage } from "./tage.ts";
export { type TwoBit, twoBit } from "./two-bit.ts";
