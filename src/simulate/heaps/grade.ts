import { type FitPolicy, freeListHeap } from "./free-list.ts";
import { churnCalls, serviceCalls } from "./made-traces.ts";
import { replayCalls } from "./replay.ts";
import type { MallocCalls } from "./trace.ts";

/** Seeds of the runs by which a placement is graded; the heap map shows others. */
const SEEDS = [101, 102, 103, 104, 105];

/** The mean overhead with which a placement passes: below that of first, best and next fit. */
const PASS = 1.21;

export interface FitGrade {
  /** mean overhead of the runs of each program */
  churn: number;
  service: number;
  /** mean of all runs */
  mean: number;
  passed: boolean;
}

/** Grades a placement on two programs that it has not been shown. */
export function gradeFit(place: FitPolicy): FitGrade {
  const onSeeds = (program: (seed: number) => MallocCalls) =>
    mean(SEEDS.map((seed) => replayCalls(freeListHeap(place), program(seed)).overhead));
  const marks = {
    churn: onSeeds((seed) => churnCalls({ alive: 400, steps: 2000, seed })),
    service: onSeeds((seed) => serviceCalls({ steps: 3000, seed })),
  };
  const all = (marks.churn + marks.service) / 2;
  return { ...marks, mean: all, passed: all <= PASS };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
