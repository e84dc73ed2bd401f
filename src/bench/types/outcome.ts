import type { Result } from "./result.ts";
import type { Claim, Spec } from "./spec.ts";

/** Name of an input of the notebook to its value. */
export type Inputs = Record<string, unknown>;

/** An input of the notebook as the reader has set it. */
export interface Setting {
  /** name of the cell's output */
  name: string;
  /** what stands beside the control; may be empty */
  label: string;
  value: unknown;
  /** a value as the control shows it: "2 MiB" */
  words: (value: unknown) => string;
}

/** A result with the machine that it was recorded on, as far as its owner told. */
export interface Recorded extends Result {
  /** a few words: "AMD EPYC" */
  machine?: string;
  /** the notebook's inputs that it was measured with, unless it is older than this field */
  inputs?: Inputs;
}

/** A claim held against a result. */
export interface ClaimVerdict {
  claim: Claim;
  state: "holds" | "does not hold" | "undecided";
  /** ratio seen and its interval, if the points exist */
  ratio: number | null;
  interval: [number, number] | null;
}

/** What an `experiment` is worth to the cells that use it. */
export interface Outcome {
  /** results recorded on named machines, one for each browser of each machine; may be empty */
  recorded: Recorded[];
  /** the reader's own last run, or null */
  own: Result | null;
  /** the notebook's inputs that it was measured with */
  ownInputs?: Inputs;
  /** runs that the last one was to improve upon by more blocks, oldest first; never pooled with it */
  earlier?: Result[];
  /** the notebook's inputs that the experiment depends on, as they are set now */
  settings?: Setting[];
  spec: Spec;
  /** true if inputs have changed since `own` was measured, though `spec` still has its parameters */
  inputsChanged?: boolean;
}

export interface Progress {
  phase: "clock" | "pilot" | "measure";
  done: number;
  of: number;
  /** one line for the reader, no verdict in it */
  sentence: string;
}
