import { YIELD_MS } from "../defaults.ts";
import type { LatencyJob, LatencyRun } from "../lives/messages.ts";
import type { Spec } from "../types.ts";
import { prepare } from "../worker/inputs.ts";
import { emptySink } from "../worker/loop.ts";
import { readReference, referenceNs } from "../worker/reference.ts";
import { type Calls, closedLoop } from "./closed-loop.ts";
import { Histogram } from "./histogram.ts";
import { type Machine, realMachine } from "./machine.ts";
import { openLoop } from "./open-loop.ts";

/** One life of a worker: inputs, warm-up, calls one by one, reference kernel. */
export async function latencies(spec: Spec, job: LatencyJob): Promise<LatencyRun> {
  const { run, make } = prepare(spec, job.variant, job.seed);
  const inputs = Array.from({ length: job.inputs }, (_, index) => make(index));
  const calls = { run, inputs, sink: emptySink(inputs.length), turn: 0 };
  const recorded = await recordCalls(realMachine(), calls, job);
  return {
    ...recorded,
    referenceNs: referenceNs(readReference(job.resolutionUs, calls.sink)),
    sink: calls.sink.sum,
  };
}

/**
 * Warms up in a closed loop, whose times are thrown away, with a rest half-way for the code that is compiled on
 * another thread; then records under the load wanted.
 */
export async function recordCalls(
  machine: Machine,
  calls: Calls,
  { load, ms, warmUpMs }: Pick<LatencyJob, "load" | "ms" | "warmUpMs">,
): Promise<Pick<LatencyRun, "histogram" | "backlog">> {
  const thrownAway = new Histogram();
  await closedLoop(machine, calls, thrownAway, warmUpMs / 2);
  await machine.sleep(YIELD_MS);
  await closedLoop(machine, calls, thrownAway, warmUpMs / 2);
  const histogram = new Histogram();
  if (load.kind === "closed") {
    await closedLoop(machine, calls, histogram, ms);
    return { histogram: histogram.data, backlog: 0 };
  }
  const { backlog } = await openLoop(machine, calls, histogram, { perSecond: load.perSecond, ms });
  return { histogram: histogram.data, backlog };
}
