import { callTimes } from "../lives/calls.ts";
import { type Calls, isPromise, nsBetween } from "./closed-loop.ts";
import type { Histogram } from "./histogram.ts";
import type { Machine } from "./machine.ts";

/**
 * Calls are due every 1/perSecond, whatever the last one took, and a latency counts from the moment a call was due.
 * A closed loop asks nothing while it waits for a slow call, and so leaves out all the calls that would have met the
 * same delay (coordinated omission: Tene, "How NOT to measure latency").
 *
 * A call that holds the worker makes the next ones late; calls that return promises may overlap. Every call due
 * within `ms` counts, however late: after `ms` more, those that have not ended are recorded with the time waited so
 * far, so that they cannot make the figures look better. Returns how many calls were due but not ended when `ms`
 * were over.
 */
export async function openLoop(
  machine: Machine,
  calls: Calls,
  histogram: Histogram,
  { perSecond, ms }: { perSecond: number; ms: number },
): Promise<{ backlog: number }> {
  const { run, inputs, sink } = calls;
  const total = callsDue(perSecond, ms);
  const start = machine.now();
  const dueAt = (call: number) => start + (call * 1000) / perSecond;
  /** when each call that has not ended was due */
  const waiting = new Map<number, number>();
  let failure: unknown;
  let failed = false;
  const goOn = () => !failed && machine.now() < start + 2 * ms;
  let backlog: number | null = null;
  const endWindow = (begun: number) => {
    if (backlog === null && machine.now() >= start + ms) backlog = total - begun + waiting.size;
  };

  let begun = 0;
  for (; begun < total && goOn(); ++begun) {
    const due = dueAt(begun);
    // tasks run only while a call is waiting for them: a turn of the event loop takes up to 0.6 ms (WebKitGTK)
    while (waiting.size > 0 && machine.now() < due && !failed) await machine.nextTask();
    machine.spinUntil(due);
    endWindow(begun);
    calls.turn = callTimes(run, inputs, 1, calls.turn, sink);
    if (!isPromise(sink.last)) {
      histogram.add(nsBetween(due, machine.now()));
      continue;
    }
    const call = begun;
    waiting.set(call, due);
    sink.last.then(
      () => {
        if (waiting.delete(call)) histogram.add(nsBetween(due, machine.now()));
      },
      (error) => {
        failed = true;
        failure = error;
      },
    );
    // the worker's tasks must run even when every call is late
    if (machine.now() >= dueAt(begun + 1)) await machine.nextTask();
  }
  endWindow(begun);
  while (waiting.size > 0 && goOn()) {
    await machine.nextTask();
    endWindow(begun);
  }
  if (failed) throw failure;
  const end = machine.now();
  for (const due of waiting.values()) histogram.add(nsBetween(due, end));
  waiting.clear();
  for (let call = begun; call < total; ++call) histogram.add(nsBetween(dueAt(call), end));
  return { backlog: backlog ?? 0 };
}

/** Calls due in `ms`; the first at once. */
export function callsDue(perSecond: number, ms: number): number {
  return Math.ceil((perSecond * ms) / 1000 - 1e-9);
}
