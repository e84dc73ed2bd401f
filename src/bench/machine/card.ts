import { median } from "../statistics/interval.ts";
import type { Environment, ParallelResult, Result } from "../types.ts";
import { findStaircase, type Knee, type Plateau, type SizeTimes, sweepsOf } from "./staircase.ts";

/** The notebook whose two experiments make a card: `staircase` and `workers`. */
export const CARD_NOTEBOOK = "machine/card";

/** The swept variable of the experiment that a card is made from: bytes of the working set. */
export const WORKING_SET = "bytes";

/** What the browser lets a page use. */
export interface Features {
  /** 128-bit vector instructions of WebAssembly */
  simd: boolean;
  /** SharedArrayBuffer can be made */
  sharedMemory: boolean;
  /** the origin private file system opens */
  opfs: boolean;
  /** a database of IndexedDB opens */
  indexedDb: boolean;
}

/** A machine as its browser lets it be seen: no user agent, no device name. */
export interface Card extends Pick<Environment, "browser" | "engine" | "os" | "cores" | "isolated"> {
  schema: "hot-path/card.v1";
  measuredAt: string;
  /** smallest step of `performance.now()`, in microseconds */
  clockUs: number;
  /** speed of two workers that share nothing over one; null if that was not measured */
  scaling2: ParallelResult["scaling2"];
  /** [bytes of the working set, ns of a dependent load in it], smallest first */
  staircase: [number, number][];
  /** whole sweeps that the staircase is the median of; of fewer than three no knee is told */
  sweeps: number;
  plateaus: Plateau[];
  knees: Knee[];
  features: Features;
}

/** The card that follows from a sweep over working sets, a parallel run and what the browser offers. */
export function cardOf(staircase: Result, workers: Result, features: Features, measuredAt: string): Card {
  const { browser, engine, os, cores, isolated, clock } = staircase.environment;
  const sizes = sizeTimes(staircase);
  return {
    schema: "hot-path/card.v1",
    measuredAt,
    ...{ browser, engine, os, cores, isolated },
    clockUs: clock.resolutionUs,
    scaling2: workers.parallel?.scaling2 ?? null,
    staircase: sizes.map(({ bytes, runs }) => [bytes, digits(median(runs))]),
    sweeps: sweepsOf(sizes),
    ...rounded(findStaircase(sizes)),
    features,
  };
}

/** Times of a load at each size of a sweep over working sets, smallest first; empty for a result of another kind. */
export function sizeTimes({ sweep, bench }: Pick<Result, "sweep" | "bench">): SizeTimes[] {
  const loads = bench.per?.count ?? 1;
  return (sweep?.points ?? [])
    .map(({ at, runs }) => ({ bytes: at[WORKING_SET], runs: runs.map((ns) => ns / loads) }))
    .sort((a, b) => a.bytes - b.bytes);
}

/** ns of a load from the nearest memory: the first plateau, or the smallest size where no plateau was told. */
export function nearestNs({ plateaus, staircase }: Pick<Card, "plateaus" | "staircase">): number {
  return plateaus.at(0)?.ns ?? staircase[0][1];
}

function rounded({ plateaus, knees }: { plateaus: Plateau[]; knees: Knee[] }) {
  return { plateaus: plateaus.map((plateau) => ({ ...plateau, ns: digits(plateau.ns) })), knees };
}

/** Three digits: times of a load vary by more. */
function digits(ns: number): number {
  return Number(ns.toPrecision(3));
}
