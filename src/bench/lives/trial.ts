import { round } from "../statistics/round.ts";
import type { Spec } from "../types.ts";
import { guessBytes, inputCount, prepare } from "../worker/inputs.ts";
import { answerOf } from "../worker/jobs.ts";
import { emptySink } from "../worker/loop.ts";
import { callTimes } from "./calls.ts";
import type { TrialJob, TrialRun } from "./messages.ts";

/**
 * Calls a variant once: is it right, and how many inputs can take turns? A promise is waited for if the job allows
 * it.
 */
export async function trial(spec: Spec, job: TrialJob, loadMs: number): Promise<TrialRun> {
  const prepared = prepare(spec, job.variant, job.seed);
  const before = performance.now();
  const input = prepared.make(0);
  const setupMs = performance.now() - before;
  const sink = emptySink(1);
  const start = performance.now();
  callTimes(prepared.run, [input], 1, 0, sink);
  if (job.mayWait) sink.last = await sink.last;
  const coldNs = round((performance.now() - start) * 1e6);
  const inputs = inputCount(setupMs, guessBytes(input));
  return { loadMs, setupMs, inputs, coldNs, answer: answerOf(sink.last, prepared, spec, job.variant) };
}
