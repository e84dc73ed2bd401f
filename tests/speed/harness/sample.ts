import { kernels } from "./kernels.ts";
import type { Pair } from "./pair.ts";

export type Test = "same" | "five-percent" | "half-percent" | "bias";

/** One comparison to make. */
export interface Trial {
  test: Test;
  pair: Pair;
  seed: number;
}

const names = Object.keys(kernels);

/** What each test compares; `i` counts its trials. */
const pairs: Record<Test, (i: number) => Pair> = {
  // a kernel against itself: faster or slower is a false alarm
  same: (i) => ({ kernel: names[i % names.length] }),
  // exactly 1.05 times the work
  "five-percent": () => ({ kernel: "chain", sizes: [10_000, 10_500] }),
  // 1.005 times the work, which lies inside "same within 3 %"
  "half-percent": () => ({ kernel: "chain", sizes: [10_000, 10_050] }),
  // the time itself, against one long measurement: chains of 10^2 to 10^6 steps
  bias: (i) => ({ kernel: "chain", sizes: [10 ** (2 + (i % 5)), 10 ** (2 + (i % 5))] }),
};

/** The trials of all tests, shuffled together by their number, so that no test gets a quiet hour for itself. */
export function trials(counts: Partial<Record<Test, number>>): Trial[] {
  const all = Object.entries(counts).flatMap(([test, count]) =>
    Array.from({ length: count }, (_, i): Trial & { at: number } => ({
      test: test as Test,
      pair: pairs[test as Test](i),
      seed: 1000 * (i + 1) + test.length,
      at: (i + 0.5) / count,
    })),
  );
  return all.sort((a, b) => a.at - b.at).map(({ at: _, ...trial }) => trial);
}
