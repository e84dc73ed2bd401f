import { timesAt } from "../../bench/times.ts";
import type { Result } from "../../bench/types.ts";
import { ratio, time } from "../../charts/parts/format.ts";
import { stop } from "../book/load-book.ts";
import { loadNotebook } from "../notebooks/load.ts";

/** Which number of which recorded result a sentence uses. */
export interface RecordedNumber {
  notebook: string;
  /** name of the experiment's output in the notebook */
  experiment: string;
  value: "time" | "ratio";
  /** variant */
  of: string;
  /** point of a sweep, `{ workers }` of a parallel run, `{ quantile }` of latencies (the median unless given) */
  at?: Record<string, number>;
  browser?: "chromium" | "firefox" | "webkit";
}

const browsers = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };

/** The number as text, "4.1 ns" or "4.6×". Ends the build with one line if the record has no such number. */
export function recordedText(wanted: RecordedNumber): string {
  const { notebook, experiment, value, browser = "chromium" } = wanted;
  // the recorder builds the pages that it is about to record
  if (process.env.HOT_PATH_RECORDING) return "…";
  const results = loadNotebook(notebook).recorded.map((record) => record.results[experiment]);
  const result = results.find((r) => r?.environment.browser.name === browsers[browser]);
  const number = result && (value === "ratio" ? ratioOf(result, wanted) : timeOf(result, wanted));
  if (number === undefined || result === undefined)
    return stop([
      `a chapter uses ${JSON.stringify(wanted)}, which is not in notebooks/${notebook}.recorded. Run npm run record ${notebook}, or correct the names.`,
    ]);
  return value === "ratio" ? ratio(number) : time(number / (result.bench.per?.count ?? 1));
}

function ratioOf(result: Result, { of }: RecordedNumber): number | undefined {
  return result.comparisons.find((c) => c.variant === of)?.ratio;
}

function timeOf({ latencies, ...result }: Result, { of, at = {} }: RecordedNumber): number | undefined {
  if (!latencies) return timesAt({ latencies, ...result }, of, at)?.typicalNs;
  const { quantile = 0.5 } = at;
  const variant = latencies.variants.find(({ name }) => name === of);
  return variant?.quantiles.find(({ p }) => p === quantile)?.ns;
}
