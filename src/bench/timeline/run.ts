import { TIMELINE_REPLICATES } from "../defaults.ts";
import type { TimelineJob } from "../lives/messages.ts";
import { runReplicates, runTrials } from "../lives/replicates.ts";
import { assemble } from "../result.ts";
import type { Session } from "../session.ts";
import { round } from "../statistics/round.ts";
import type { Progress, Result } from "../types.ts";
import { type FullTimelineSpec, planBins } from "./spec.ts";

/** First calls in workers of their own, then replicates that count calls from the first one on. */
export async function* runTimeline(
  session: Session,
  asked: FullTimelineSpec,
): AsyncGenerator<Progress, Result, void> {
  const { spec, clock } = session;
  const { wrongAnswer, inputs, overheadMs, callMs } = yield* runTrials(session, false);
  if (wrongAnswer) return assemble(session, { kind: "timeline", wrongAnswer });

  const replicates = session.blocks ?? TIMELINE_REPLICATES;
  const { bins, binMs } = planBins(asked, clock.resolutionUs, replicates);
  const ms = round(bins * binMs);
  const common = { bins, binMs, inputs, resolutionUs: clock.resolutionUs };
  const { order, runs, references, disturbances } = yield* runReplicates(
    session,
    replicates,
    overheadMs + ms + callMs / 2,
    (variant, seed): TimelineJob => ({ kind: "timeline", variant, seed, ...common }),
  );
  return assemble(session, {
    kind: "timeline",
    order,
    plan: { blocks: replicates, sliceMs: 0, warmUpMs: 0, inputs },
    timeline: {
      ms,
      binMs,
      variants: spec.names.map((name, v) => ({ name, runs: runs[v].map((run) => run.bins) })),
    },
    widenedFromMs: binMs > asked.binMs ? asked.binMs : null,
    references,
    disturbances,
  });
}
