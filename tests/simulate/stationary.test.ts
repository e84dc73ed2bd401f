import { describe, expect, test } from "vitest";
import { alwaysTaken, oneBit, type Predictor, randomTrace, run, twoBit } from "../../src/simulate/index.ts";

/*
 * A branch taken with probability p, independently; q = 1 - p.
 *
 * Two-bit. The counter is a birth-death chain on 0..3: up with p, down with q, staying at the ends.
 * Detailed balance: s(i) p = s(i + 1) q, so s(i) is proportional to r^i with r = p / q. It says
 * taken in states 2 and 3:
 *   P = (r^2 + r^3) / (1 + r + r^2 + r^3) = r^2 / (1 + r^2) = p^2 / (p^2 + q^2)
 * and is right with probability p P + q (1 - P) = (p^3 + q^3) / (p^2 + q^2).
 *
 * One-bit. Right if this outcome equals the last: p^2 + q^2.
 *
 * Tolerance. The chain's eigenvalues are 1 and 2 sqrt(pq) cos(k pi / 4), k = 1..3, so the second is
 * L = sqrt(2pq) at most sqrt(1/2). A hit depends on the state and on an outcome that moves the state
 * on, so hits k branches apart have covariance of at most L^(k-1) / 4, and the variance of the mean of n is at
 * most (1 + 2 / (1 - L)) / 4n. For one-bit only neighbours are dependent: 3 / 4n. Five standard
 * deviations; the seeds are fixed, so the tests do not flicker.
 */
const n = 400_000;
const chances = [0.05, 0.2, 0.5, 0.65, 0.9, 0.99];

interface Case {
  predictor: () => Predictor;
  accuracy: (p: number, q: number) => number;
  variance: (p: number, q: number) => number;
}

const cases: Case[] = [
  {
    predictor: twoBit,
    accuracy: (p, q) => (p ** 3 + q ** 3) / (p ** 2 + q ** 2),
    variance: (p, q) => (1 + 2 / (1 - Math.sqrt(2 * p * q))) / (4 * n),
  },
  { predictor: oneBit, accuracy: (p, q) => p ** 2 + q ** 2, variance: () => 3 / (4 * n) },
  { predictor: alwaysTaken, accuracy: (p) => p, variance: (p, q) => (p * q) / n },
];

describe("accuracy on a branch taken with probability p agrees with the stationary distribution", () => {
  for (const { predictor, accuracy, variance } of cases) {
    for (const p of chances) {
      test(`${predictor().name}, p = ${p}`, () => {
        const seen = run(randomTrace({ length: n, p, seed: 20 }), predictor()).accuracy;
        const tolerance = 5 * Math.sqrt(variance(p, 1 - p));
        expect(Math.abs(seen - accuracy(p, 1 - p))).toBeLessThan(tolerance);
      });
    }
  }
});

test("a two-bit counter falls short of the best possible, max(p, q), by less than 7 points", () => {
  // for p > q: p - (p^3 + q^3) / (p^2 + q^2) = q^2 (p - q) / (p^2 + q^2), at most 0.068 near p = 0.65
  for (let p = 0.5; p <= 1; p += 0.01) {
    const q = 1 - p;
    const settled = (p ** 3 + q ** 3) / (p ** 2 + q ** 2);
    const short = (q ** 2 * (p - q)) / (p ** 2 + q ** 2);
    expect(p - settled).toBeCloseTo(short, 12);
    expect(short).toBeLessThan(0.07);
    expect(short).toBeGreaterThanOrEqual(0);
  }
});
