import { Worker } from "node:worker_threads";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, it } from "vitest";
import type { MeasureRun, PilotRun, SurveyRun, SweepRun, WorkerJob } from "../../src/bench/host.ts";
import type { Spec } from "../../src/bench/types.ts";
import { digest, preview } from "../../src/bench/worker/answer.ts";
import { guessBytes, inputCount, prepare } from "../../src/bench/worker/inputs.ts";
import { emptySink, timeCalls } from "../../src/bench/worker/loop.ts";
import { perform, type Reply } from "../../src/bench/worker/worker.ts";

const spec: Spec = {
  params: { size: 100 },
  setup: ({ random, size, n = size }) => Float64Array.from({ length: n }, random),
  variants: {
    loop: (xs: Float64Array) => {
      let sum = 0;
      for (let i = 0; i < xs.length; ++i) sum += xs[i];
      return sum;
    },
    sorted: { setup: (xs: Float64Array) => xs.toSorted(), run: (xs: Float64Array) => xs[0] },
  },
};

const run = async <R>(job: WorkerJob, changes: Partial<Spec> = {}) =>
  (await perform(async () => ({ ...spec, ...changes }), { job, captures: {} })) as R;

describe("a worker", () => {
  const pilotJob: WorkerJob = { kind: "pilot", variant: "loop", seed: 1, sliceMs: 1, resolutionUs: 1 };

  const measureJob = {
    ...{ kind: "measure" as const, variant: "loop", seed: 1, inputs: 3, n: 50, sliceMs: 1, slices: 1 },
    ...{ warmUpMs: 1, warmUpMaxMs: 5, patienceMs: 1000, quietNs: null, resolutionUs: 1 },
  };

  it("finds calls, inputs and the answer in a pilot", async () => {
    const pilot = await run<PilotRun>(pilotJob);
    expect(pilot.n).toBeGreaterThan(1);
    expect(pilot.inputs).toBe(8);
    expect(pilot.linearity).toBeGreaterThan(0);
    expect(pilot.answer).toEqual({
      digest: expect.stringMatching(/^[0-9a-f]{16}$/),
      preview: expect.any(String),
      right: null,
    });
  });

  it("asks the check with the value of the first call and an input as setup makes it", async () => {
    const seen: unknown[] = [];
    const check = (value: number, input: Float64Array) => {
      seen.push(value, input);
      return value === Math.min(...input);
    };
    const { answer } = await run<PilotRun>({ ...pilotJob, variant: "sorted" }, { check });
    expect(answer.right).toBe(true);
    const shared = prepare(spec, "loop", 1).shared(0) as Float64Array;
    expect(seen[1]).toEqual(shared);
    expect(shared).not.toEqual(shared.toSorted());
  });

  it("records warm-up, slices and the sink of a measurement", async () => {
    const measured = await run<MeasureRun>({ ...measureJob, slices: 4 });
    expect(measured.slices.length).toBeGreaterThanOrEqual(4);
    expect(measured.warmUp.length).toBeGreaterThanOrEqual(3);
    expect(measured.referenceNs).toBeGreaterThan(0);
    expect(measured.sink).not.toBe(0);
    expect(measured.sink).toSatisfy(Number.isFinite);
  });

  it("leaves the reference out under a coarse clock", async () => {
    const measured = await run<MeasureRun>({ ...measureJob, resolutionUs: 1000 });
    expect(measured).toMatchObject({ referenceNs: null, quietNs: null, setAside: [] });
  });

  it("gives setup the values of the swept variables, point by point", async () => {
    const seen = new Set<string>();
    const setup = ({ n, m }: { n: number; m: number }) => {
      seen.add(`${n} ${m}`);
      return new Float64Array(n * m);
    };
    const visited = [1, 500].map((n) => ({ n, m: 2 }));
    const survey: WorkerJob = { kind: "survey", variant: "loop", seed: 1, points: visited };
    expect((await run<SurveyRun>(survey, { setup })).points).toHaveLength(2);
    const points = [500, 1].map((n) => ({ at: { n, m: 3 }, inputs: 1 }));
    const common = { variant: "loop", seed: 1, sliceMs: 1, slices: 2, warmUpMs: 1, resolutionUs: 1 };
    const swept = await run<SweepRun>({ kind: "sweep", points, ...common }, { setup });
    expect(swept.points.map(({ slices }) => slices.length)).toEqual([2, 2]);
    expect([...seen]).toEqual(["1 2", "500 2", "500 3", "1 3"]);
  });

  it("refuses calls that return a promise", async () => {
    const variants = { loop: async () => 1 };
    await expect(run(pilotJob, { variants })).rejects.toThrow(/variants.loop: the call returned a promise/);
  });
});

describe("the timed loop", () => {
  it("calls the kernel n times, inputs taking turns", () => {
    const seen: unknown[] = [];
    timeCalls((x) => seen.push(x), ["a", "b", "c"], 7, emptySink(3));
    expect(seen).toEqual(["a", "b", "c", "a", "b", "c", "a"]);
  });

  it("adds numbers up, keeps the last of other values for each input, and the last of all", () => {
    const sink = emptySink(2);
    timeCalls((x) => x, [1, 2], 4, sink);
    expect(sink.sum).toBe(6.5);
    const objects = [{ id: 1 }, { id: 2 }];
    timeCalls((x) => x, objects, 3, sink);
    expect(sink.slots).toEqual(objects);
    expect(sink.last).toBe(objects[0]);
  });

  it("gives the time from the first reading to the last", () => {
    const start = performance.now();
    const ms = timeCalls(() => 0, [0], 1000, emptySink(1));
    expect(ms).toBeGreaterThanOrEqual(0);
    expect(ms).toBeLessThanOrEqual(performance.now() - start);
  });
});

describe("inputs", () => {
  it("are equal for equal seeds and differ from turn to turn", () => {
    const [one, two] = [prepare(spec, "loop", 3), prepare(spec, "loop", 3)];
    expect(one.make(0)).toEqual(two.make(0));
    expect(one.make(0)).not.toEqual(one.make(1));
  });

  it("are the context itself without setup, and a variant's own setup gets that too", () => {
    const seen: unknown[] = [];
    const variants = {
      v: { setup: (input: unknown, context: unknown) => seen.push(input, context), run: () => 1 },
    };
    prepare({ params: { size: 2 }, variants }, "v", 1, { n: 4 }).make(0);
    expect(seen).toEqual([
      { random: expect.any(Function), size: 2, n: 4 },
      { random: expect.any(Function), size: 2, n: 4 },
    ]);
  });

  it.each([
    [0.01, 8, 8],
    [3, 8, 6],
    [5, 8, 1],
    [0.01, 8000, 2],
    [0.01, 16_000, 1],
    [0.01, 4e6, 1],
  ])("that take %d ms and %d bytes to make are %i", (ms, bytes, count) => {
    expect(inputCount(ms, bytes)).toBe(count);
  });

  it("are weighed by their buffers and fields", () => {
    expect(guessBytes(new Float64Array(100))).toBe(800);
    expect(guessBytes([1, 2, 3])).toBe(16 + 24);
    expect(guessBytes(Array.from({ length: 1e6 }, () => 1))).toBeGreaterThan(1e6);
    const ring: Record<string, unknown> = {};
    ring.self = ring;
    expect(guessBytes(ring)).toBeLessThan(100);
  });
});

describe("digests", () => {
  it.each<[unknown, unknown]>([
    [Number.NaN, 0 / 0],
    [0, -0],
    [
      [1, 2],
      [1, 2],
    ],
    [[1, 2], Uint8Array.of(1, 2)],
    [
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ],
    [new Map([[1, "x"]]), new Map([[1, "x"]])],
    [10n, 10n],
  ])("of %o and %o are equal", (a, b) => {
    expect(digest(a)).toBe(digest(b));
  });

  it.each<[unknown, unknown]>([
    [1, 1 + 1e-15],
    [1, "1"],
    [1, 1n],
    [null, undefined],
    [
      [1, 2],
      [2, 1],
    ],
    [
      [1, [2]],
      [[1], 2],
    ],
    [{ a: 1 }, { b: 1 }],
    [[], [undefined]],
    ["ab", "ba"],
  ])("of %o and %o differ", (a, b) => {
    expect(digest(a)).not.toBe(digest(b));
  });

  it("of values that contain themselves end", () => {
    const ring: unknown[] = [];
    ring.push(ring);
    expect(digest(ring)).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each<[unknown, string]>([
    [1.5, "1.5"],
    ["x", '"x"'],
    [Float64Array.of(1, 2, 3, 4, 5), "[1, 2, 3, 4, … 5 in all]"],
    [{ a: { b: { c: 1 } } }, "{a: {b: {…}}}"],
  ])("preview of %o is %s", (value, text) => {
    expect(preview(value)).toBe(text);
  });
});

describe("the bundle that notebooks start with", () => {
  let prelude = "";
  beforeAll(async () => {
    const bundle = await rolldown({
      input: new URL("../../src/bench/worker/worker.ts", import.meta.url).pathname,
    });
    const { output } = await bundle.generate({ format: "iife", name: "harness" });
    prelude = output[0].code;
  });

  /** Starts the bundle with a Spec in a thread, as a classic script, and gives its reply. */
  function ask(cells: string, job: WorkerJob): Promise<Reply> {
    const bridge = `const { parentPort } = require("node:worker_threads");
      globalThis.postMessage = (reply) => parentPort.postMessage(reply);
      parentPort.on("message", (data) => globalThis.onmessage({ data }));`;
    const worker = new Worker(`${bridge}\n${prelude}\n${cells}`, { eval: true });
    return new Promise<Reply>((resolve, reject) => {
      worker.on("message", resolve).on("error", reject);
      worker.postMessage({ job, captures: { size: 50 } });
    }).finally(() => worker.terminate());
  }

  it("needs nothing outside itself", () => {
    expect(prelude).not.toMatch(/\bimport\b|\brequire\(|import\.meta/);
  });

  it("does a job in a worker of its own", async () => {
    const cells = `harness.serve(async ({ size }) => ({ setup: ({ random }) => random(), variants: { a: (x) => x + size } }));`;
    const reply = await ask(cells, { kind: "pilot", variant: "a", seed: 1, sliceMs: 1, resolutionUs: 1 });
    expect(reply).toMatchObject({ type: "done", run: { inputs: 8, answer: { right: null } } });
  });

  it("sends errors back with message, name and the stack of the worker", async () => {
    const cells = `harness.serve(async () => ({ variants: { a: function kernel() { throw new RangeError("too far"); } } }));`;
    const reply = await ask(cells, { kind: "pilot", variant: "a", seed: 1, sliceMs: 1, resolutionUs: 1 });
    expect(reply).toMatchObject({ type: "error", name: "RangeError", message: "too far" });
    expect((reply as { stack: string }).stack).toContain("kernel");
  });
});
