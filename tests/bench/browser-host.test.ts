import { afterEach, describe, expect, it, vi } from "vitest";
import { browserHost } from "../../src/bench/browser/browser-host.ts";
import type { FloorJob, MeasureJob } from "../../src/bench/host.ts";
import type { Request } from "../../src/bench/worker/worker.ts";

const floorJob: FloorJob = { kind: "floor", resolutionUs: 5, sliceMs: 8 };
const job = { kind: "measure", variant: "sum" } as MeasureJob;

/** A worker that answers as told; `alive` counts those not yet ended. */
function fakeWorkers(answer: (worker: Worker, request: Request) => void) {
  const counts = { started: 0, alive: 0, mostAlive: 0 };
  const start = () => {
    counts.started += 1;
    counts.alive += 1;
    counts.mostAlive = Math.max(counts.alive, counts.mostAlive);
    const worker = {
      postMessage: (request: Request) => queueMicrotask(() => answer(worker, request)),
      terminate() {
        counts.alive -= 1;
      },
    } as unknown as Worker;
    return worker;
  };
  return { counts, start };
}

const reply = (worker: Worker, data: unknown) => worker.onmessage?.({ data } as MessageEvent);
const done = (worker: Worker) => reply(worker, { type: "done", run: { nsPerCall: 1 }, busyMs: 0 });

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("browserHost", () => {
  it("starts a worker for each job, one alive at a time, and ends it", async () => {
    const { counts, start } = fakeWorkers(done);
    const host = browserHost({ start, captures: {} });
    for (let i = 0; i < 3; ++i)
      expect(await host.run(floorJob)).toMatchObject({ run: { nsPerCall: 1 }, hidden: false });
    expect(counts).toEqual({ started: 3, alive: 0, mostAlive: 1 });
  });

  it("sends the captures with the job", async () => {
    const seen: Request[] = [];
    const { start } = fakeWorkers((worker, request) => {
      seen.push(request);
      done(worker);
    });
    await browserHost({ start, captures: { n: 3 } }).run(floorJob);
    expect(seen).toEqual([{ job: floorJob, captures: { n: 3 } }]);
  });

  it("ends a worker at once on abort", async () => {
    const { counts, start } = fakeWorkers(() => {});
    const stop = new AbortController();
    const run = browserHost({ start, captures: {} }).run(job, stop.signal);
    await Promise.resolve();
    stop.abort();
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
    expect(counts.alive).toBe(0);
  });

  it("ends a worker that does not answer, naming the variant and what to do", async () => {
    vi.useFakeTimers();
    const { counts, start } = fakeWorkers(() => {});
    const run = browserHost({ start, captures: {}, watchdogMs: 2000 }).run(job);
    const expectation = expect(run).rejects.toThrow(/"sum" did not answer within 2 s.*less work.*never ends/);
    await vi.advanceTimersByTimeAsync(2000);
    await expectation;
    expect(counts.alive).toBe(0);
  });

  it("gives back errors of the worker with their message and stack", async () => {
    const { counts, start } = fakeWorkers((worker) =>
      reply(worker, { type: "error", name: "TypeError", message: "x is null", stack: "at cell 3:7" }),
    );
    const run = browserHost({ start, captures: {} }).run(job);
    await expect(run).rejects.toMatchObject({
      name: "TypeError",
      message: "x is null",
      workerStack: "at cell 3:7",
    });
    expect(counts.alive).toBe(0);
  });

  it("tells of a script that does not load, even without a message", async () => {
    const { start } = fakeWorkers((worker) =>
      worker.onerror?.({
        message: "",
        filename: "w.js",
        lineno: 4,
        colno: 2,
        preventDefault() {},
      } as ErrorEvent),
    );
    const run = browserHost({ start, captures: {} }).run(job);
    await expect(run).rejects.toMatchObject({ message: /syntax error/, workerStack: "at w.js:4:2" });
  });

  it("says which values cannot travel", async () => {
    const start = () =>
      ({
        postMessage() {
          throw new DOMException("() => 1 could not be cloned.", "DataCloneError");
        },
        terminate() {},
      }) as unknown as Worker;
    const run = browserHost({ start, captures: {} }).run(job);
    await expect(run).rejects.toThrow(/() => 1 could not be cloned. Use numbers/);
  });
});

describe("in a hidden tab", () => {
  function fakeDocument(visibilityState: string) {
    const fake = Object.assign(new EventTarget(), { visibilityState });
    vi.stubGlobal("document", fake);
    return (state: string) => {
      fake.visibilityState = state;
      fake.dispatchEvent(new Event("visibilitychange"));
    };
  }

  it("no worker starts before the tab is visible", async () => {
    const show = fakeDocument("hidden");
    const { counts, start } = fakeWorkers(done);
    const run = browserHost({ start, captures: {} }).run(floorJob);
    await Promise.resolve();
    expect(counts.started).toBe(0);
    show("visible");
    expect(await run).toMatchObject({ hidden: false });
  });

  it("waiting ends on abort", async () => {
    fakeDocument("hidden");
    const stop = new AbortController();
    const { counts, start } = fakeWorkers(done);
    const run = browserHost({ start, captures: {} }).run(floorJob, stop.signal);
    stop.abort();
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
    expect(counts.started).toBe(0);
  });

  it("a run during which the tab was hidden says so", async () => {
    const show = fakeDocument("visible");
    const { start } = fakeWorkers((worker) => {
      show("hidden");
      show("visible");
      done(worker);
    });
    expect(await browserHost({ start, captures: {} }).run(floorJob)).toMatchObject({ hidden: true });
  });
});
