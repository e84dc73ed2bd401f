import type { LatencyResult, Result } from "../../../bench/types.ts";
import type { Rule } from "./finding.ts";

/** ms of rounding and of clocks that differ between page and workers. */
const SLACK_MS = 5;

/** A run lasts at least as long as what it timed. */
export const elapsed: Rule = (result) => {
  const timedMs = timed(result);
  if (timedMs <= result.elapsedMs + SLACK_MS) return [];
  const what = `the run ended after ${Math.round(result.elapsedMs)} ms, but timed calls for ${Math.round(timedMs)} ms`;
  return [{ field: "elapsedMs", what }];
};

/** ms that the calls took which a record tells of, at least. */
function timed({ variants, sweep, parallel, latencies, timeline, harness }: Result): number {
  const workers = variants.flatMap((variant) => variant.workers);
  const inWorkers = workers.map(({ n, slices, setAside, warmUp }) => {
    const calls = [...slices, ...setAside].map((ns) => (ns * n) / 1e6);
    return sum(calls) + sum(warmUp.map(([ms]) => ms));
  });
  // one call of each at least
  const swept = (sweep?.points ?? []).map(({ runs }) => sum(runs) / 1e6);
  const lives = [
    ...(latencies ? [latencies.variants.length * latencyMs(latencies)] : []),
    ...(timeline ? [timeline.variants.length * timeline.ms] : []),
  ];
  const together = parallel ? harness.blocks * parallel.points.length * parallel.ms : 0;
  return sum(inWorkers) + sum(swept) + harness.blocks * sum(lives) + together;
}

/** ms of one life: an open loop ends with the last call that is due. */
function latencyMs({ load, ms }: LatencyResult): number {
  return load.kind === "closed" ? ms : Math.max(0, ms - 1000 / load.perSecond);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
