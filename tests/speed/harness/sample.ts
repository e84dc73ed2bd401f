import type { Test, Trial } from "../../../src/site/acceptance/lines.ts";
import { kernels } from "./kernels.ts";

/** What can be asked for on the command line: a test of the harness, or of a rival. */
export type Asked = Test | "rivals-same" | "rivals-five-percent";

const names = Object.keys(kernels);
const tools = ["mitata", "tinybench"] as const;
const chain = (first: number, second: number): Trial["pair"] => ({ kernel: "chain", sizes: [first, second] });
const ranges: Trial["pair"][] = [
  { kernel: "nothing", sizes: [1, 1] },
  chain(100, 200),
  { kernel: "dead", sizes: [1000, 2000] },
  chain(10_000_000, 20_000_000),
  chain(50_000_000, 100_000_000),
];

/** What each test compares; `i` counts its trials. */
const makers: Record<Asked, (i: number) => Omit<Trial, "seed">> = {
  // a kernel against itself: faster or slower is a false alarm
  same: (i) => ({ test: "same", pair: { kernel: names[i % names.length] } }),
  // the same with 25 blocks, as after a click on Run longer
  longer: (i) => ({ test: "longer", pair: { kernel: names[i % names.length] } }),
  "longer-half-percent": () => ({ test: "longer-half-percent", pair: chain(10_000, 10_050) }),
  // exactly 1.05 times the work
  "five-percent": () => ({ test: "five-percent", pair: chain(10_000, 10_500) }),
  // 1.005 times the work, which lies inside "same within 3 %"
  "half-percent": () => ({ test: "half-percent", pair: chain(10_000, 10_050) }),
  // the time itself, against one long measurement: chains of 10^2 to 10^6 steps
  bias: (i) => ({ test: "bias", pair: chain(10 ** (2 + (i % 5)), 10 ** (2 + (i % 5))) }),
  // calls from 0.2 us to 0.2 s, and two that do nothing: twice the work, or an explicit refusal
  range: (i) => ({ test: "range", pair: ranges[i % ranges.length] }),
  // the steadiest kernel while one or two processes keep a core busy each: does the warm-up still suffice?
  busy: (i) => ({ test: "busy", pair: { kernel: "chain" }, busy: 1 + (i % 2) }),
  // a variant beside four others over the same variant alone; the harness and both rivals in turn
  contamination: (i) => ({
    test: "contamination",
    pair: { kernel: "looked" },
    tool: [undefined, ...tools][i % 3],
  }),
  "rivals-same": (i) => ({
    test: "same",
    pair: { kernel: names[(i >> 1) % names.length] },
    tool: tools[i % 2],
  }),
  "rivals-five-percent": (i) => ({ test: "five-percent", pair: chain(10_000, 10_500), tool: tools[i % 2] }),
};

export const askable = Object.keys(makers) as Asked[];

/** The trials of all tests, shuffled together by their number, so that no test gets a quiet hour for itself. */
export function trials(counts: Partial<Record<Asked, number>>): Trial[] {
  const all = Object.entries(counts).flatMap(([asked, count]) =>
    Array.from({ length: count }, (_, i): Trial & { at: number } => ({
      ...makers[asked as Asked](i),
      seed: 1000 * (i + 1) + asked.length,
      at: (i + 0.5) / count,
    })),
  );
  return all.sort((a, b) => a.at - b.at).map(({ at: _, ...trial }) => trial);
}
