/** Every number of the protocol, with its unit and its reason. Nothing downstream writes one of its own. */

/** Rises when a change could move a result, so that records of different protocols are not mixed. */
export const HARNESS_VERSION = "2";

/**
 * ms a comparison of two variants may take from click to verdict: about what a reader waits without leaving. More variants
 * take longer in proportion; five in the same time had warm-ups too short for optimised code, and read up to 1.5 times
 * as long (Chromium 156, 2026-11-20).
 */
export const BUDGET_MS = 2800;

/** ms a sweep may take: it measures every variant at every value, five times over. */
export const SWEEP_BUDGET_MS = 10_000;

/** ms of one slice: two clock readings in 8 ms cost about 0.01 %. */
export const SLICE_MS = 8;

/** A slice is at least so many steps of the clock: its error is then below 1 % (sd 0.58 steps, dithered). */
export const SLICE_TICKS = 64;

/** ms, and steps of the clock: the shortest slice of a sweep, whose points are many. */
export const SWEEP_SLICE_MS = 2;
export const SWEEP_SLICE_TICKS = 32;

/**
 * ms of warm-up: what the three engines need to reach optimised code for small kernels. Of the worker runs of a chain of
 * dependent steps in Chromium 156, 7 % had slices more than 5 % off the end of their warm-up on an idle machine, 17 % beside
 * one busy core of two, 50 % beside two (content/acceptance, 2026-11-20).
 */
export const WARM_UP_MS = 32;

/** The shortest warm-up the planner may fall back on when set-up eats the budget, ms. */
export const SHORT_WARM_UP_MS = 16;

/** Warm-up goes on to this many times its length while the last two batches disagree. */
export const WARM_UP_FACTOR = 3;

/** Batches that differ by less are called settled. */
export const SETTLED = 0.05;

/** Growth of warm-up batches: from one call to a slice of 10^6 in ten records. */
export const BATCH_GROWTH = 4;

/**
 * ms of rest inside the warm-up. Chromium compiles on another thread; with a busy second core the
 * optimised code arrived late and a ratio of 2.3 read 0.8. The rest gives that thread the core.
 */
export const YIELD_MS = 4;
export const LONG_YIELD_MS = 20;

/** Blocks to choose from: 12, 9 and 6 reach 96.1, 96.1 and 96.9 % coverage; counts between them waste it. */
export const BLOCKS = [12, 9, 6] as const;

/** Blocks of "run longer", and the time of one of them in that of a block of the first run. */
export const LONG_BLOCKS = 25;
export const LONG_PATIENCE = 1.5;

/** Whole sweeps run; five give an interval from smallest to largest with 93.8 % coverage. */
export const REPLICATES = 5;

/** Replicates of "run longer" for every shape but a comparison: from the 2nd to the 10th of eleven covers 98.8 %, from smallest to largest of five 93.8 %. */
export const LONG_REPLICATES = 11;

/** ms that a Spec may ask of a whole run, at least: the clock, the floor and one look at every value take half of it. */
export const SHORTEST_BUDGET_MS = 1000;

/**
 * Replicates, steps of the clock in a slice, and slices at least, to choose from when the Spec has a budget of its own,
 * best first. A slice of 8 steps is off by 5 %, one of 4 by 10 % (sd 0.41 steps where the clock cuts, 0.58 where it is
 * dithered). Of three slices the median bears one that was disturbed.
 */
export const THRIFTY_ROWS = [
  { replicates: 5, ticks: 32, least: 3 },
  { replicates: 5, ticks: 16, least: 3 },
  { replicates: 5, ticks: 8, least: 3 },
  { replicates: 3, ticks: 8, least: 3 },
  { replicates: 3, ticks: 4, least: 3 },
  { replicates: 3, ticks: 4, least: 1 },
  { replicates: 1, ticks: 8, least: 3 },
  { replicates: 1, ticks: 8, least: 1 },
] as const;

/**
 * ms that the workers of a set run side by side: false sharing, which vanishes in runs below 20 ms (two workers then
 * share a core), showed in all of 31 runs of 80 to 100 ms.
 */
export const PARALLEL_MS = 100;
export const SHORTEST_PARALLEL_MS = 80;

/** Part of that time that is not counted, in which the system spreads the workers over the cores. */
export const UNCOUNTED = 0.4;

/** ms, and steps of the clock, of calls between two readings while workers run side by side: the count ends that late. */
export const PARALLEL_BATCH_MS = 0.5;
export const PARALLEL_BATCH_TICKS = 4;

/** Workers at once, at most: each is an engine of its own, of some 5 MB. */
export const MAX_WORKERS = 32;

/** Speed of two workers over one below which the cores were not free: 1.95 to 2.46 idle, 1.03 with one busy core. */
export const SCALING_GATE = 1.7;

/** Fair shares of the time to spare that one worker run may wait for a quiet moment: disturbances come in stretches. */
export const PATIENCE_SHARES = 2;

/** Slices of one worker run, at most. */
export const MAX_SLICES = 8;

/** ms of slices in a worker run that the planner would like. */
export const MEASURING_MS = 24;

/** Blocks that may be measured again in one run. */
export const REDOS = 3;

/**
 * A slice beside which the reference kernel is slower than on the quiet machine by more is set aside, and a block whose
 * reference kernels differ by more is measured again. A neighbour on the same core costs 50 to 100 %, a reading of 16 steps
 * of the clock is off by 4 %.
 */
export const REFERENCE_TOLERANCE = 0.15;

/** Wanted confidence of an interval; divided among comparisons (Bonferroni). */
export const CONFIDENCE = 0.95;

/** Half-width of "same". */
export const SAME_WITHIN = 0.03;

/** Steps of the clock in ms above which nothing here can be measured (fingerprinting protection). */
export const COARSEST_CLOCK_MS = 5;

/** Steps of the clock in ms above which the reference kernel would cost more than it tells. */
export const REFERENCE_CLOCK_MS = 0.1;

/** n against 2n calls: outside this range the work is not proportional to the calls. */
export const LINEAR_RANGE = [1.8, 2.2] as const;

/** Times a ratio outside that range is looked at again before it is believed. */
export const LINEARITY_RETRIES = 3;

/** ms: calls longer than this are not timed against their double, which would cost seconds. */
export const LINEARITY_CALL_MS = 50;

/** Calls in a slice, at most: an emptied loop of 1 ns a turn then ends in a quarter of a second. */
export const MAX_CALLS = 2 ** 28;

/** Inputs that take turns, at most: enough that no engine can treat the input as a constant. */
export const MAX_INPUTS = 8;

/** ms: inputs that take longer to make are made once. */
export const INPUT_SETUP_MS = 4;

/** ms that all inputs after the first may take together. */
export const INPUTS_SETUP_MS = 16;

/**
 * Bytes of all inputs together, at most: half of a 32 KiB first-level cache. More would move a kernel
 * that fits the cache out of it, and one large array is no constant to any engine anyway.
 */
export const INPUT_BYTES = 16 * 1024;

/** A time below so many empty calls says more about the loop than about the variant. */
export const NEAR_FLOOR = 3;

/** ms without an answer after which a worker is ended. */
export const WATCHDOG_MS = 30_000;

/** ms the clock probe may block the page. */
export const CLOCK_PROBE_MS = 30;

/** ns per step of the reference kernel (0.5 to 0.7 ns in optimised code) that tell of an engine without compiler. */
export const SLOW_REFERENCE_NS = 6;

/** ms the reference kernel takes of a worker run, beside its compilation. */
export const REFERENCE_MS = 5;

/** Replicates of latencies: six give an interval from smallest to largest with 96.9 % coverage. */
export const LATENCY_REPLICATES = 6;

/** ms that latencies or a timeline may take: two variants then record 0.7 s of latencies in each of 12 lives. */
export const LIVES_BUDGET_MS = 10_000;

/** ms of recording in one life, at least and at most, where the budget decides. */
export const LATENCY_MS = [100, 1000] as const;

/** ms that a Spec may ask of one life: an open loop may take twice that, and the watchdog bites after 30,000. */
export const LONGEST_LIFE_MS = 10_000;

/** Quantiles reported; 1 is the largest. */
export const QUANTILES = [0.5, 0.9, 0.99, 0.999, 1] as const;

/** Calls that must lie beyond a quantile for it to be reported. */
export const TAIL_CALLS = 10;

/** A typical call of fewer steps of the clock cannot be timed by itself: one reading is then wrong by up to 5 %. */
export const CLOCK_STEPS = 20;

/** Buckets of a histogram in a record, at most: those of two variants then take some 30 of its 40 kB. */
export const MOST_PAIRS = 900;

/** Replicates of a timeline. */
export const TIMELINE_REPLICATES = 5;

/** ms of a timeline and of its bins: warm-up to optimised code, and several collections of a kernel that allocates. */
export const TIMELINE_MS = 500;
export const BIN_MS = 2;

/** A bin is at least so many steps of the clock. */
export const BIN_TICKS = 16;

/** Readings of the clock in a bin, about. */
export const BIN_READINGS = 64;

/** Part of a bin above which a batch between two readings was too long: two steps of a clock of which 16 make a bin. */
export const LONG_BATCH = 1 / 8;

/** Bins of one variant in a record, all replicates together: 4,000 numbers for two variants take at most some 35 kB. */
export const MOST_BINS = 2000;
