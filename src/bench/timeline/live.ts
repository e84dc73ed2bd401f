import type { TimelineJob, TimelineRun } from "../lives/messages.ts";
import type { Spec } from "../types.ts";
import { prepare } from "../worker/inputs.ts";
import { emptySink } from "../worker/loop.ts";
import { readReference, referenceNs } from "../worker/reference.ts";
import { fillBins } from "./fill-bins.ts";

/** One life of a worker from the very first call on: nothing warms up before, only the inputs are made. */
export async function timeline(spec: Spec, job: TimelineJob): Promise<TimelineRun> {
  const { run, make } = prepare(spec, job.variant, job.seed);
  const inputs = Array.from({ length: job.inputs }, (_, index) => make(index));
  const sink = emptySink(inputs.length);
  const bins = new Uint32Array(job.bins);
  fillBins(run, inputs, bins, job.binMs, sink, () => performance.now());
  return { bins: [...bins], referenceNs: referenceNs(readReference(job.resolutionUs, sink)), sink: sink.sum };
}
