import { describe, expect, it } from "vitest";
import { closedLoop } from "../../../src/bench/latencies/closed-loop.ts";
import { Histogram } from "../../../src/bench/latencies/histogram.ts";
import { callsDue, openLoop } from "../../../src/bench/latencies/open-loop.ts";
import { emptySink } from "../../../src/bench/worker/loop.ts";
import { type VirtualTime, virtualKernel, virtualMachine } from "../simulated-calls.ts";

function virtualTime(): VirtualTime {
  let now = 0;
  return {
    now: () => now,
    read: () => now,
    advance(ms) {
      now += ms;
    },
  };
}

const callsOf = (run: (input: unknown) => unknown, inputs: unknown[] = [0]) => ({
  ...{ run, inputs, sink: emptySink(inputs.length), turn: 0 },
});

/** Records on a virtual clock until the loop ends. */
async function open(
  load: { perSecond: number; ms: number },
  run: (time: VirtualTime, call: number) => unknown,
) {
  const time = virtualTime();
  const histogram = new Histogram();
  let call = 0;
  const { backlog } = await openLoop(
    virtualMachine(time),
    callsOf(() => run(time, call++)),
    histogram,
    load,
  );
  return { histogram, backlog, calls: call, endMs: time.now() };
}

/** A promise that resolves after so many ms of virtual time. */
async function after(time: VirtualTime, ms: number): Promise<void> {
  const end = time.now() + ms;
  while (time.now() < end) await null;
}

describe("a closed loop", () => {
  it("calls one after the other, inputs taking turns, and counts the call that is under way at the end", async () => {
    const time = virtualTime();
    const seen: unknown[] = [];
    const calls = callsOf(
      (x) => {
        seen.push(x);
        time.advance(3);
      },
      ["a", "b"],
    );
    const histogram = new Histogram();
    await closedLoop(virtualMachine(time), calls, histogram, 10);
    expect(seen).toEqual(["a", "b", "a", "b"]);
    expect(histogram.calls).toBe(4);
    expect(histogram.max).toBe(3e6);
  });

  it("waits for promises before the next call", async () => {
    const time = virtualTime();
    let under = 0;
    const calls = callsOf(async () => {
      expect(++under).toBe(1);
      await null;
      time.advance(2);
      under -= 1;
    });
    const histogram = new Histogram();
    await closedLoop(virtualMachine(time), calls, histogram, 10);
    expect(histogram.calls).toBe(5);
    expect(histogram.quantile(0)).toBe(2e6);
  });

  it("passes errors of promises on", async () => {
    const calls = callsOf(() => Promise.reject(new RangeError("too far")));
    await expect(closedLoop(virtualMachine(virtualTime()), calls, new Histogram(), 10)).rejects.toThrow(
      "too far",
    );
  });
});

describe("an open loop", () => {
  it("calls at fixed intervals, the first at once", async () => {
    const starts: number[] = [];
    const { histogram, backlog } = await open({ perSecond: 100, ms: 50 }, (time) => {
      starts.push(time.now());
      time.advance(1);
    });
    expect(starts).toEqual([0, 10, 20, 30, 40]);
    expect(histogram.toPairs()).toHaveLength(1);
    expect(histogram.max).toBe(1e6);
    expect(backlog).toBe(0);
  });

  it("counts from when a call was due: a pause of one is waited for by all that were due meanwhile", async () => {
    // the third call takes 35 ms, the others 1 ms; the next are due 10, 20 and 30 ms after it
    const { histogram } = await open({ perSecond: 100, ms: 100 }, (time, call) =>
      time.advance(call === 2 ? 35 : 1),
    );
    const waits = [35, 26, 17, 8];
    expect(histogram.calls).toBe(10);
    expect(histogram.mean).toBeCloseTo((1e6 * (6 + 35 + 26 + 17 + 8)) / 10, 3);
    for (const [i, ms] of waits.entries()) {
      expect(Math.abs(histogram.quantile(1 - i / 10) / (ms * 1e6) - 1)).toBeLessThan(0.004);
    }
  });

  it("lets calls that return promises overlap", async () => {
    const { histogram, calls, endMs } = await open({ perSecond: 1000, ms: 20 }, (time) => after(time, 5));
    expect(calls).toBe(20);
    expect(endMs).toBeLessThan(25);
    expect(histogram.quantile(0)).toBeGreaterThanOrEqual(5e6);
    expect(histogram.max).toBeLessThan(5.1e6);
  });

  it("ends when it has taken twice its time, and counts what still waits with the time it has waited", async () => {
    const { histogram, backlog, calls, endMs } = await open({ perSecond: 1000, ms: 100 }, (time) =>
      time.advance(10),
    );
    expect(endMs).toBe(200);
    expect(calls).toBe(20);
    expect(backlog).toBe(90);
    expect(histogram.calls).toBe(100);
    // those served took 10, 19, … 181 ms; the others were due after 20, 21, … 99 of 200 ms
    const waits = Array.from({ length: 100 }, (_, i) => 1e6 * (i < 20 ? 10 + 9 * i : 200 - i));
    for (const [i, wait] of waits.toSorted((a, b) => a - b).entries()) {
      expect(Math.abs(histogram.quantile((i + 1) / 100) / wait - 1)).toBeLessThan(0.004);
    }
  });

  it("counts promises that never resolve with the time they have taken so far", async () => {
    const { histogram, backlog } = await open({ perSecond: 100, ms: 50 }, () => new Promise(() => {}));
    expect(backlog).toBe(5);
    expect(histogram.calls).toBe(5);
    expect(histogram.quantile(0)).toBeGreaterThanOrEqual(60e6);
  });

  it("passes errors of promises on", async () => {
    await expect(
      open({ perSecond: 100, ms: 50 }, async () => {
        throw new RangeError("too far");
      }),
    ).rejects.toThrow("too far");
  });

  it.each([
    [100, 50, 5],
    [1000, 0.5, 1],
    [3, 1000, 3],
    [1e6, 1, 1000],
    [0.1, 10, 1],
  ])("of %d a second for %d ms has %d calls", (perSecond, ms, calls) => {
    expect(callsDue(perSecond, ms)).toBe(calls);
  });
});

it("a machine that stalls makes one call in a closed loop pay", async () => {
  const time = virtualTime();
  const histogram = new Histogram();
  const kernel = virtualKernel(time, () => 1e5, { everyMs: 500, ms: 100 });
  await closedLoop(virtualMachine(time), callsOf(kernel), histogram, 900);
  expect(histogram.max).toBe(100.1e6);
  expect(histogram.quantile((histogram.calls - 1) / histogram.calls)).toBeLessThan(1.004e5);
});
