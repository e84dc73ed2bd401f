import { Worker as Thread } from "node:worker_threads";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { browserHost } from "../../../src/bench/browser/browser-host.ts";
import type { TeamJob, TogetherJob } from "../../../src/bench/host.ts";
import { missingSharedMemory } from "../../../src/bench/worker/shared-memory.ts";
import { countCalls } from "../../../src/bench/worker/side-by-side.ts";
import { perform } from "../../../src/bench/worker/worker.ts";

const common = { ms: 20, uncountedMs: 8, batchMs: 0.5, warmUpMs: 2 };
const teamOf = (workers: number, variant = "add"): TeamJob[] =>
  Array.from({ length: workers }, (_, worker) => ({
    ...{ kind: "team", variant, seed: 1, worker, workers },
    ...common,
  }));

describe("a set of real threads", () => {
  let prelude = "";
  const alive = new Set<Thread>();
  beforeAll(async () => {
    const bundle = await rolldown({
      input: new URL("../../../src/bench/worker/worker.ts", import.meta.url).pathname,
    });
    prelude = (await bundle.generate({ format: "iife", name: "harness" })).output[0].code;
  });

  /** A thread of Node that looks like a browser's worker. */
  function start(cells: string): Worker {
    const bridge = `const { parentPort } = require("node:worker_threads");
      globalThis.postMessage = (reply) => parentPort.postMessage(reply);
      parentPort.on("message", (data) => globalThis.onmessage({ data }));`;
    const thread = new Thread(`${bridge}\n${prelude}\n${cells}`, { eval: true });
    alive.add(thread);
    const worker = {
      postMessage: (message: unknown) => thread.postMessage(message),
      terminate() {
        alive.delete(thread);
        void thread.terminate();
      },
    } as unknown as Worker;
    thread.on("message", (data) => worker.onmessage?.({ data } as MessageEvent));
    return worker;
  }

  const run = (cells: string, jobs: TogetherJob[], watchdogMs = 5000, signal?: AbortSignal) =>
    browserHost({ start: () => start(cells), captures: {}, watchdogMs }).runTogether(jobs, signal);

  it("shares what the leader's setup makes, and each prepares itself", async () => {
    const cells = `
      const seen = [];
      harness.serve(async () => ({
        params: { cells: 4 },
        setup: ({ cells, worker, workers }) => {
          if (worker !== 0) throw new Error("setup ran in another worker than the leader");
          return { memory: new Int32Array(new SharedArrayBuffer(4 * cells)), workers };
        },
        variants: { add: {
          setup: ({ memory, workers }, own) => {
            if (own.workers !== workers || own.cells !== 4 || typeof own.random() !== "number") throw new Error("context");
            Atomics.add(memory, 3, 1 << own.worker);
            return { memory, worker: own.worker };
          },
          run: ({ memory, worker }) => { Atomics.add(memory, worker, 1); return Atomics.load(memory, 3) + 0.5; },
        } },
      }));`;
    const { run: runs, hidden } = await run(cells, teamOf(3));
    expect(hidden).toBe(false);
    expect(runs).toHaveLength(3);
    for (const { calls, ms, sink } of runs) {
      expect(calls).toBeGreaterThan(0);
      expect(ms).toBeGreaterThan(5);
      // in the end every call returns 7.5: the bits that all three set in the same memory
      expect(sink).toBeGreaterThan(calls * 7);
    }
    expect(alive.size).toBe(0);
  });

  it("runs a kernel of its own, which needs no cells, for the gate", async () => {
    const jobs = [0, 1].map((worker): TogetherJob => ({ kind: "gate", worker, workers: 2, ...common }));
    const { run: runs } = await run("harness.serve(() => { throw new Error('loaded'); });", jobs);
    for (const { calls } of runs) expect(calls).toBeGreaterThan(0);
  });

  it("ends all workers when one fails", async () => {
    const cells = `harness.serve(async () => ({ variants: { add: {
      setup: (_, { worker }) => { if (worker === 1) throw new RangeError("worker 1 is too small"); },
      run: () => 1 } } }));`;
    await expect(run(cells, teamOf(2))).rejects.toMatchObject({
      name: "RangeError",
      message: "worker 1 is too small",
    });
    expect(alive.size).toBe(0);
  });

  it("says what to do with an input that cannot travel", async () => {
    const cells = `harness.serve(async () => ({ setup: () => ({ f: () => 1 }), variants: { add: () => 1 } }));`;
    await expect(run(cells, teamOf(2))).rejects.toThrow(
      /^setup: what it makes cannot travel to the other workers: .*own setup, which runs in every worker\.$/,
    );
    expect(await run(cells, teamOf(1))).toBeDefined();
  });

  it("ends all workers at once on Stop, and when one hangs", async () => {
    const cells = `harness.serve(async () => ({ variants: { add: { setup: (_, { worker }) => {
      while (worker === 1); }, run: () => 1 } } }));`;
    await expect(run(cells, teamOf(2), 300)).rejects.toThrow('The variant "add" did not answer within 0.3 s');
    expect(alive.size).toBe(0);
    const stop = new AbortController();
    const stopped = run(cells, teamOf(2), 5000, stop.signal);
    setTimeout(() => stop.abort(), 50);
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(alive.size).toBe(0);
  });
});

describe("counting", () => {
  /** A clock that moves by `callMs` a call. */
  function virtual(callMs: number) {
    let nowMs = 0;
    let calls = 0;
    const time = (n: number) => {
      calls += n;
      nowMs += n * callMs;
      return n * callMs;
    };
    return { watch: { time, now: () => nowMs, sleep: async () => {} }, made: () => calls };
  }

  it("leaves out what comes before its window, and ends with the first batch after it", () => {
    const { watch, made } = virtual(1);
    expect(countCalls(watch, 3, 40, 100)).toEqual({ calls: 60, ms: 60 });
    expect(made()).toBe(102);
  });

  it("counts for half its window at least when a worker lost its core before", () => {
    const { watch } = virtual(1);
    const stalled = { ...watch, time: (n: number) => watch.time(watch.now() === 0 ? 150 : n) };
    expect(countCalls(stalled, 3, 40, 100)).toEqual({ calls: 30, ms: 30 });
  });

  it("counts one batch even when a batch is longer than the window", () => {
    const { watch } = virtual(500);
    expect(countCalls(watch, 1, 40, 100)).toEqual({ calls: 1, ms: 500 });
  });
});

describe("without shared memory", () => {
  it.each([
    "SharedArrayBuffer is not defined",
    "Can't find variable: SharedArrayBuffer",
    "Failed to execute 'postMessage': SharedArrayBuffer transfer requires self.crossOriginIsolated.",
    "The WebAssembly.Memory object cannot be serialized.",
  ])("%s becomes a sentence that says what is missing and what to do", (message) => {
    vi.stubGlobal("crossOriginIsolated", false);
    const sentence = missingSharedMemory(message);
    expect(sentence).toMatch(
      /^The experiment needs memory that workers share.*not cross-origin isolated.*no COOP and COEP headers/,
    );
    expect(sentence).toContain(`(${message})`);
    vi.stubGlobal("crossOriginIsolated", true);
    vi.stubGlobal("SharedArrayBuffer", undefined);
    expect(missingSharedMemory(message)).toMatch(
      /and this browser does not offer it\. Open it in a current browser/,
    );
    vi.unstubAllGlobals();
  });

  it("a memory that an engine refuses to clone is named, even where the engine does not name it", async () => {
    const share = () => {
      throw new DOMException("The object can not be cloned.", "DataCloneError");
    };
    const mates = { share, input: new Promise(() => {}), start: async () => 0 };
    const setup = () => ({ memory: new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }) });
    const load = async () => ({ setup, variants: { add: () => 1 } });
    const request = { job: teamOf(2)[0], captures: {} };
    vi.stubGlobal("SharedArrayBuffer", undefined);
    const refused = await perform(load, request, mates).catch((error) => error);
    expect(missingSharedMemory(refused.message)).toContain(
      "(WebAssembly.Memory: The object can not be cloned.)",
    );
    vi.unstubAllGlobals();
    await expect(perform(load, request, mates)).rejects.toThrow(/^setup: what it makes cannot travel/);
  });

  it("other errors, and errors where there is shared memory, stay as they are", () => {
    expect(missingSharedMemory("SharedArrayBuffer: too long")).toBeNull();
    vi.stubGlobal("crossOriginIsolated", false);
    expect(missingSharedMemory("x is null")).toBeNull();
    vi.unstubAllGlobals();
  });
});
