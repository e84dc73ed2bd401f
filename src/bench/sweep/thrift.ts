import type { SweepCosts, SweepPlan } from "../comparison/plan.ts";
import { MAX_SLICES, REPLICATES, SWEEP_SLICE_MS, THRIFTY_ROWS, WARM_UP_MS } from "../defaults.ts";
import { budgetLeft, type Session } from "../session.ts";

/** A plan of a sweep with the number of whole sweeps. */
export interface ThriftyPlan extends SweepPlan {
  replicates: number;
}

/** True if the Spec says what the run may take, and nobody asked for a number of replicates. */
export function isThrifty({ spec, blocks }: Pick<Session, "spec" | "blocks">): boolean {
  return spec.budgetMs !== null && blocks === undefined;
}

/**
 * The first row of THRIFTY_ROWS that fits the budget, or the last one; more slices if there is room.
 * Many short slices bear a disturbed one better than two long ones, whose median is their mean.
 *
 *     clock     5 µs     0.1 ms     1 ms     2 ms
 *     slice     2 ms     3.2 ms     8 ms     8 ms
 *     sweeps    5        5          3        3        (29 sizes in 5.3 s)
 */
export function planThrifty(costs: Omit<SweepCosts, "replicates">): ThriftyPlan {
  const rows = THRIFTY_ROWS.map((row) => planRow(costs, row));
  const fits = ({ expectedMs }: ThriftyPlan) => expectedMs <= costs.budgetMs;
  return rows.find(fits) ?? rows[rows.length - 1];
}

function planRow(
  { budgetMs, overheadMs, resolutionUs, variants }: Omit<SweepCosts, "replicates">,
  { replicates, ticks, least }: (typeof THRIFTY_ROWS)[number],
): ThriftyPlan {
  const sliceMs = Math.max(SWEEP_SLICE_MS, (ticks * resolutionUs) / 1000);
  const warmUpMs = Math.min(WARM_UP_MS, 2 * sliceMs);
  const points = variants.flat();
  const setupMs = sum(points.map((point) => point.setupMs));
  const fixedMs = setupMs + variants.length * (overheadMs + WARM_UP_MS);
  // the batches that find the calls of a slice take one and a half of it
  const settleMs = Math.max(warmUpMs + sliceMs / 2, 1.5 * sliceMs);
  const warmMs = sum(points.map(({ callMs }) => Math.max(callMs, settleMs)));
  const sliceCostMs = sum(points.map(({ callMs }) => Math.max(callMs, sliceMs)));
  const affordable = Math.floor((budgetMs / replicates - fixedMs - warmMs) / sliceCostMs);
  const slices = Math.min(MAX_SLICES, Math.max(least, affordable));
  return {
    replicates,
    sliceMs,
    slices,
    warmUpMs,
    expectedMs: replicates * (fixedMs + warmMs + slices * sliceCostMs),
  };
}

/** Replicates of so many ms each that fit the budget: at least one, and no more than a run without a budget has. */
export function affordableReplicates(budgetMs: number, replicateMs: number): number {
  return Math.max(1, Math.min(REPLICATES, Math.floor(budgetMs / replicateMs)));
}

/**
 * The rows with their numbers, as far as a Spec's own budget reaches: none is begun, but for the first, if there is less time left than the one
 * before it took. A machine that was disturbed then has fewer replicates instead of a longer run.
 */
export function* inTime<T>(session: Session, rows: readonly T[]): Generator<[number, T]> {
  let lastMs = 0;
  for (const [i, row] of rows.entries()) {
    if (i > 0 && isThrifty(session) && budgetLeft(session) < lastMs) return;
    const startMs = session.host.now();
    yield [i, row];
    lastMs = session.host.now() - startMs;
  }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
