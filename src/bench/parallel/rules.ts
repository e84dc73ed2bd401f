import { SCALING_GATE } from "../defaults.ts";
import type { Rule } from "../warnings/evidence.ts";
import { hadFreeCores } from "./scaling.ts";

/** Warnings of a parallel run alone. */
export const parallelRules: Rule[] = [
  {
    code: "cores-busy",
    test: ({ parallel }) =>
      parallel !== null &&
      !hadFreeCores(parallel) &&
      (parallel.scaling2?.ratio.toFixed(2) ?? "an unknown number of"),
    sentence: (found) =>
      `Two workers that share nothing did ${found} times the work of one, less than ${SCALING_GATE}: the cores were ` +
      "not free, so this run says nothing of sharing.",
    next: "Close other programs and tabs, wait until the machine is idle and run again; it takes two free cores.",
  },
];
