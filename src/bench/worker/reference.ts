import { REFERENCE_CLOCK_MS, REFERENCE_MS } from "../defaults.ts";
import { median } from "../statistics/interval.ts";
import { round } from "../statistics/round.ts";
import type { Sink } from "./loop.ts";

/** Steps of one call: about 6 us in optimised code. */
const STEPS = 12_800;

/** A reading takes that long, and so many steps of the clock. */
const READING_MS = 0.25;
const READING_TICKS = 16;

/** ms until the kernel runs in optimised code: it did after 1 to 6 ms in the three engines. */
const COMPILING_MS = 6;

/**
 * Six chains of one-cycle operations that need nothing of each other: as many instructions a cycle as the processor
 * has room for. That makes it slow down when somebody else uses the other hardware thread of the same core, which a
 * chain of dependent multiplications does not notice at all: on a virtual machine with neighbours this kernel took 1.5
 * to 2 times as long in stretches of 100 to 300 ms, and so did kernels of notebooks, while a dependent chain moved by 2 %
 * (Chromium 156 and Firefox ESR 153, two virtual cores of a Zen 4, 2026-11-20).
 */
function throughput(start: number): number {
  let [a, b, c, d, e, f] = [start, 2, 3, 4, 5, 6];
  for (let i = 0; i < STEPS; ++i) {
    a = (a + i) | 0;
    b ^= i;
    c = (c - i) | 0;
    d ^= i;
    e = (e + i) | 0;
    f = (f - i) | 0;
  }
  return a ^ b ^ c ^ d ^ e ^ f;
}

/** Tells how fast the machine is at this moment, by a kernel that no notebook changes. */
export interface Reference {
  /** ns per step; takes about 0.25 ms */
  read(): number;
}

/**
 * The reference kernel, compiled; null under a clock too coarse for short readings. Its value goes to the sink, or its
 * loop would be dead code.
 */
export function referenceKernel(resolutionUs: number, sink: Sink): Reference | null {
  const resolutionMs = resolutionUs / 1000;
  if (resolutionMs > REFERENCE_CLOCK_MS) return null;
  timeBatch(COMPILING_MS, sink);
  const readingMs = Math.max(READING_MS, READING_TICKS * resolutionMs);
  return { read: () => timeBatch(readingMs, sink) };
}

/** Readings for some 5 ms, for those who measure no slices; null under a coarse clock. */
export function readReference(resolutionUs: number, sink: Sink): number[] | null {
  const reference = referenceKernel(resolutionUs, sink);
  if (reference === null) return null;
  const readings: number[] = [];
  for (const start = performance.now(); readings.length < 3 || performance.now() - start < REFERENCE_MS; )
    readings.push(reference.read());
  return readings;
}

/** The median of readings in ns per step; null if there are none. */
export function referenceNs(readings: readonly number[] | null): number | null {
  return readings && round(median(readings));
}

/**
 * How fast the machine is when nobody disturbs it, as far as these readings tell: their lower quartile. The smallest would
 * be too small by the step of the clock.
 */
export function quietNs(readings: readonly number[] | null): number | null {
  return readings && round(readings.toSorted((a, b) => a - b)[(readings.length - 1) >> 2]);
}

/** ns per step over at least `batchMs`. */
function timeBatch(batchMs: number, sink: Sink): number {
  const start = performance.now();
  let x = 1;
  let rounds = 0;
  let ms = 0;
  for (; ms < batchMs; ms = performance.now() - start) {
    x = throughput(x);
    ++rounds;
  }
  sink.sum += x;
  return (ms * 1e6) / (rounds * STEPS);
}
