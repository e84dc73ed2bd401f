import type { Result } from "../../bench/types.ts";

/** The machine as its owner describes it; a browser cannot tell this much. */
export interface Machine {
  /** "AMD EPYC (Zen 4), 2 virtual CPUs" */
  cpu: string;
  os: string;
  /** anything that bears on the times: virtual machine, power mode, load */
  note: string;
}

/** One file of `<name>.recorded/`, and what Download gives the reader. */
export interface NotebookRecord {
  schema: "hot-path/record.v1";
  notebook: string;
  recordedAt: string;
  /** null in a reader's download until its owner fills it in */
  machine: Machine | null;
  /** experiment name to its result */
  results: Record<string, Result>;
  /** experiment name to the runs that its result was to improve upon by more blocks, oldest first */
  earlier?: Record<string, Result[]>;
}
