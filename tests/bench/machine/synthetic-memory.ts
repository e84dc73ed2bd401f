import type { SizeTimes } from "../../../src/bench/machine/staircase.ts";
import { type Random, randomFrom } from "../../../src/bench/statistics/random.ts";
import { gauss } from "../simulated-host.ts";

const KIB = 1024;
const MIB = 1024 * KIB;

/** 4 KiB to 64 MiB, two sizes an octave. */
export const sizes = Array.from({ length: 15 }, (_, k) => 4 * KIB * 2 ** k).flatMap((size) =>
  size < 64 * MIB ? [size, 1.5 * size] : [size],
);

/** A level of memory: bytes that it holds, ns of a load from it. The last one holds everything. */
export type Level = [bytes: number, ns: number];

/** Levels in order, smallest first. */
export const memories = {
  "32 KiB, 1 MiB, 4 MiB": [
    [32 * KIB, 1.7],
    [MIB, 4.6],
    [4 * MIB, 16],
    [Infinity, 170],
  ],
  "48 KiB, 2 MiB, 24 MiB": [
    [48 * KIB, 1.5],
    [2 * MIB, 4.5],
    [24 * MIB, 22],
    [Infinity, 95],
  ],
  "128 KiB, 12 MiB": [
    [128 * KIB, 1.1],
    [12 * MIB, 5.5],
    [Infinity, 110],
  ],
} satisfies Record<string, Level[]>;

/** Part of a level's loads that still hit when the set is so many times its size: pages lie by chance, so it fills early. */
function hits(times: number): number {
  return 1 / (1 + Math.exp(9 * Math.log2(times / 1.05)));
}

/** ns of a load in a random cycle over `bytes`. */
export function latency(levels: readonly Level[], bytes: number): number {
  return levels.reduceRight((slower, [size, ns]) => {
    if (size === Infinity) return ns;
    const hit = hits(bytes / size);
    return hit * ns + (1 - hit) * slower;
  }, 0);
}

/**
 * Five whole sweeps: every time is off by some 4 %, and one in eight was disturbed, up to four times as long, as on a
 * virtual machine with neighbours.
 */
export function measured(ns: (bytes: number) => number, seed: number, runs = 5): SizeTimes[] {
  const random = randomFrom(seed);
  return sizes.map((bytes) => ({
    bytes,
    runs: Array.from({ length: runs }, () => ns(bytes) * noise(random)),
  }));
}

function noise(random: Random): number {
  const disturbed = random() < 1 / 8 ? 1 + 3 * random() : 1;
  return disturbed * Math.exp(0.04 * gauss(random));
}
