import {
  BLOCKS,
  CONFIDENCE,
  MAX_SLICES,
  MEASURING_MS,
  PATIENCE_SHARES,
  SHORT_WARM_UP_MS,
  SLICE_MS,
  SLICE_TICKS,
  SWEEP_SLICE_MS,
  SWEEP_SLICE_TICKS,
  WARM_UP_FACTOR,
  WARM_UP_MS,
  YIELD_MS,
} from "../defaults.ts";
import { coverageOf, shareConfidence } from "../statistics/interval.ts";

/** ms of a slice under a clock of this step. */
export function sliceLength(resolutionUs: number): number {
  return Math.max(SLICE_MS, (SLICE_TICKS * resolutionUs) / 1000);
}

export interface Plan {
  blocks: number;
  slices: number;
  warmUpMs: number;
  /** ms the blocks will take if every warm-up settles at once and none is measured again */
  expectedMs: number;
}

export interface BlockCosts {
  /** ms left of the budget */
  budgetMs: number;
  /** ms around the work of each worker run: start, cells, messages, reference kernel */
  overheadMs: number;
  /** each variant's ms of set-up and of one slice */
  variants: { setupMs: number; sliceMs: number }[];
  /** asked for by the caller; then only slices and warm-up are planned */
  blocks?: number;
}

/**
 * The largest number of blocks that fits the budget. With expensive set-up, first the slices shrink to one a
 * worker, then the blocks, then the warm-up. If nothing fits, the last row is taken and the reader is told the time.
 * What is left is patience with a machine that is disturbed.
 */
export function planBlocks({ budgetMs, overheadMs, variants, blocks }: BlockCosts): Plan {
  const counts = blocks ? [blocks] : reachableBlocks(variants.length);
  const slicesFor = (ms: number) =>
    Math.max(1, ...variants.map(({ sliceMs }) => Math.min(MAX_SLICES, Math.ceil(ms / sliceMs))));
  const rows = [
    ...counts.flatMap((count) => [
      { blocks: count, warmUpMs: WARM_UP_MS, slices: slicesFor(MEASURING_MS) },
      { blocks: count, warmUpMs: WARM_UP_MS, slices: 1 },
    ]),
    { blocks: Math.min(...counts), warmUpMs: SHORT_WARM_UP_MS, slices: 1 },
  ];
  const cost = (row: Omit<Plan, "expectedMs">) =>
    row.blocks *
    sum(
      variants.map(
        (v) => overheadMs + v.setupMs + warmUpCost(row.warmUpMs, v.sliceMs) + row.slices * v.sliceMs,
      ),
    );
  const row = rows.find((candidate) => cost(candidate) <= budgetMs) ?? rows[rows.length - 1];
  return { ...row, expectedMs: cost(row) };
}

/** A warm-up ends on a full slice, half a slice late on average; its batches before that make a third of one. */
function warmUpCost(warmUpMs: number, sliceMs: number): number {
  return Math.max(warmUpMs + sliceMs / 2, (4 / 3) * sliceMs) + YIELD_MS;
}

/** Blocks whose widest interval still reaches the confidence that so many variants need. */
function reachableBlocks(variants: number): number[] {
  const wanted = shareConfidence(CONFIDENCE, variants - 1);
  const counts = BLOCKS.filter((count) => coverageOf(count, 1) >= wanted);
  return counts.length > 0 ? counts : [BLOCKS[0]];
}

/**
 * ms until which the warm-ups of the next block may go on: what the budget has to spare, shared among the worker
 * runs to come, and equal for all variants of a block.
 */
export function warmUpLimit(plan: Plan, spareMs: number, runsToCome: number): number {
  const extra = Math.max(0, spareMs / runsToCome);
  return Math.min(WARM_UP_FACTOR * plan.warmUpMs, plan.warmUpMs + YIELD_MS + extra);
}

/**
 * ms that the slices of a worker run of the next block may take, those included that are set aside: equal for all variants
 * of a block. What one worker run does not use, the next ones may.
 */
export function patience({ slices }: Plan, sliceMs: number, spareMs: number, runsToCome: number): number {
  const share = Math.max(0, Math.min(spareMs, (PATIENCE_SHARES * spareMs) / runsToCome));
  return slices * sliceMs + share;
}

export interface SweepPlan {
  sliceMs: number;
  slices: number;
  warmUpMs: number;
  expectedMs: number;
}

export interface SweepCosts {
  budgetMs: number;
  overheadMs: number;
  replicates: number;
  resolutionUs: number;
  /** for each variant, ms of set-up and of one call at each value */
  variants: { setupMs: number; callMs: number }[][];
}

/**
 * The longest slices that fit the budget: at each point the time of two slices warms up, two are measured, and a
 * warm-up ends half a slice late on average.
 */
export function planSweep({
  budgetMs,
  overheadMs,
  replicates,
  resolutionUs,
  variants,
}: SweepCosts): SweepPlan {
  const resolutionMs = resolutionUs / 1000;
  const shortest = Math.max(SWEEP_SLICE_MS, SWEEP_SLICE_TICKS * resolutionMs);
  const points = variants.flat();
  const fixed = sum(points.map(({ setupMs }) => setupMs)) + variants.length * (overheadMs + WARM_UP_MS);
  const cost = (plan: Omit<SweepPlan, "expectedMs">) =>
    replicates *
    (fixed +
      sum(
        points.map(
          ({ callMs }) =>
            Math.max(callMs, plan.warmUpMs + plan.sliceMs / 2) + plan.slices * Math.max(callMs, plan.sliceMs),
        ),
      ));
  const perPointMs = (budgetMs / replicates - fixed) / points.length;
  const roomy = { sliceMs: Math.min(sliceLength(resolutionUs), perPointMs / 4.5), slices: 2 };
  const plan = roomy.sliceMs >= shortest ? roomy : { sliceMs: shortest, slices: 1 };
  const full = { ...plan, warmUpMs: Math.min(WARM_UP_MS, 2 * plan.sliceMs) };
  return { ...full, expectedMs: cost(full) };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
