import { LATENCY_MS, LATENCY_REPLICATES, WARM_UP_MS } from "../defaults.ts";
import type { LatencyJob } from "../lives/messages.ts";
import { runReplicates, runTrials } from "../lives/replicates.ts";
import { assemble } from "../result.ts";
import { budgetLeft, type Session } from "../session.ts";
import type { LatencyResult, Progress, Result } from "../types.ts";
import { Histogram } from "./histogram.ts";
import { callsDue } from "./open-loop.ts";
import type { FullLatencySpec } from "./spec.ts";
import { summariseLatencies } from "./summary.ts";

/** First calls, then replicates that time every call. */
export async function* runLatencies(
  session: Session,
  { load, ms: asked }: FullLatencySpec,
): AsyncGenerator<Progress, Result, void> {
  const { spec, clock } = session;
  const { wrongAnswer, inputs, overheadMs, callMs } = yield* runTrials(session, true);
  if (wrongAnswer) return assemble(session, { kind: "latencies", wrongAnswer });

  const replicates = session.blocks ?? LATENCY_REPLICATES;
  // either half of the warm-up takes a call at least, and a call is under way when the time is over
  const aroundMs = overheadMs + 2 * Math.max(WARM_UP_MS / 2, callMs) + callMs / 2;
  const ms = asked ?? fitMs(budgetLeft(session) / (replicates * spec.names.length) - aroundMs);
  const common = { load, ms, inputs, warmUpMs: WARM_UP_MS, resolutionUs: clock.resolutionUs };
  const { order, runs, references, disturbances } = yield* runReplicates(
    session,
    replicates,
    aroundMs + ms,
    (variant, seed): LatencyJob => ({ kind: "latencies", variant, seed, ...common }),
  );
  const latencies: LatencyResult = {
    load,
    ms,
    variants: spec.names.map((name, v) =>
      summariseLatencies(
        name,
        runs[v].map(({ histogram }) => new Histogram(histogram)),
      ),
    ),
  };
  return assemble(session, {
    kind: "latencies",
    order,
    plan: { blocks: replicates, sliceMs: 0, warmUpMs: WARM_UP_MS, inputs },
    latencies,
    overloaded:
      load.kind === "closed" ? [] : spec.names.filter((_, v) => isOverloaded(runs[v], load.perSecond, ms)),
    references,
    disturbances,
  });
}

/** Whole tens of ms, in the range of the defaults. */
function fitMs(ms: number): number {
  const [least, most] = LATENCY_MS;
  return Math.min(most, Math.max(least, 10 * Math.floor(ms / 10)));
}

/**
 * True if in most replicates more than a tenth of the calls were still waiting when the time was over: one long
 * pause cannot do that.
 */
function isOverloaded(runs: { backlog: number }[], perSecond: number, ms: number): boolean {
  const behind = runs.filter(({ backlog }) => backlog > callsDue(perSecond, ms) / 10);
  return behind.length > runs.length / 2;
}
