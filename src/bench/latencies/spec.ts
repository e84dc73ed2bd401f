import { LONGEST_LIFE_MS } from "../defaults.ts";
import type { LatencyResult, LatencySpec } from "../types.ts";

export interface FullLatencySpec {
  load: LatencyResult["load"];
  /** planned from the budget if null */
  ms: number | null;
}

/** Throws an error that names the field and the fix. */
export function readLatencies({ load = { kind: "closed" }, ms }: LatencySpec): FullLatencySpec {
  if (ms !== undefined && !(ms > 0 && ms <= LONGEST_LIFE_MS)) {
    throw new RangeError(`latencies.ms: ${ms}; give more than 0 and at most ${LONGEST_LIFE_MS}`);
  }
  if (load.kind === "closed") return { load: { kind: "closed" }, ms: ms ?? null };
  if (load.kind !== "open") {
    throw new TypeError(
      `latencies.load.kind: "${(load as { kind: unknown }).kind}"; give "closed" or "open"`,
    );
  }
  const { perSecond } = load;
  if (!(perSecond > 0 && perSecond <= 1e6)) {
    throw new RangeError(
      `latencies.load.perSecond: ${perSecond}; give calls per second, above 0 and at most 1e6`,
    );
  }
  return { load: { kind: "open", perSecond }, ms: ms ?? null };
}
