import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it, vi } from "vitest";
import { compileKernel } from "../../../src/notebook/compile/wasm/compile-kernel.ts";
import { simdProbe } from "../../../src/notebook/needs/at-once.ts";
import { binaryOf } from "../../../src/notebook/wasm/data.ts";
import { lackOfKernel } from "../../../src/notebook/wasm/lack.ts";
import { pageKernels } from "../../../src/notebook/wasm/on-page.ts";
import { kernelLibraries, openKernel } from "../../../src/notebook/wasm/open.ts";
import { assemblyScript, COMPILER_MS, fixture, wat } from "./kernels.ts";

vi.setConfig({ testTimeout: COMPILER_MS });

type Instantiate = (memory?: unknown) => {
  memory: WebAssembly.Memory;
  tally(pointer: number, n: number): number;
};

const sum = await compileKernel(...fixture("sum.as.ts"));
const tally = await compileKernel(...fixture("tally.wat"));

afterEach(() => vi.unstubAllGlobals());

describe("the instances of a kernel", () => {
  it("have memories of their own unless they are given one", async () => {
    const { instantiate } = (await openKernel(tally)) as { instantiate: Instantiate };
    const [one, other] = [instantiate(), instantiate()];
    one.tally(0, 10);
    expect(new Int32Array(other.memory.buffer)[0]).toBe(0);
    instantiate(one.memory).tally(0, 10);
    expect(new Int32Array(one.memory.buffer)[0]).toBe(90);
  });

  it("are made when an export is first asked for, and shared by all cells of a notebook", async () => {
    const libraries = kernelLibraries([tally]);
    const first = await libraries["./tally.wat"]();
    expect(await libraries["./tally.wat"]()).toBe(first);
    expect(first.tally).toBe(first.tally);
    expect(Object.keys(first).sort()).toEqual(["instantiate", "memory", "tally"]);
  });

  it("refuse what is no memory, and a memory where they have their own", async () => {
    const { instantiate } = (await openKernel(tally)) as { instantiate: Instantiate };
    expect(() => instantiate({ memory: 1 })).toThrow(/tally\.wat takes a WebAssembly\.Memory/);
    const own = (await openKernel(sum)) as { instantiate: Instantiate; memory: WebAssembly.Memory };
    expect(() => own.instantiate(own.memory)).toThrow(
      /sum\.as\.ts has a memory of its own\. Let it import one/,
    );
  });

  it("add up in one number from two threads", async () => {
    const { instantiate } = (await openKernel(tally)) as { instantiate: Instantiate };
    const { memory } = instantiate();
    const script = `
      const { workerData } = require("node:worker_threads");
      const { exports } = new WebAssembly.Instance(workerData.module, { env: { memory: workerData.memory } });
      for (let i = 0; i < 200; ++i) exports.tally(0, 100);
    `;
    const module = await WebAssembly.compile(binaryOf(tally));
    const threads = [0, 1].map(() => new Worker(script, { eval: true, workerData: { module, memory } }));
    await Promise.all(threads.map((thread) => once(thread, "exit")));
    expect(new Int32Array(memory.buffer)[0]).toBe(2 * 200 * 4950);
  });

  it("say where AssemblyScript gave up: file, line, column and its words", async () => {
    const kernel = await assemblyScript(
      "export function root(x: f64): f64 {",
      '  if (x < 0) throw new Error("no root of a negative number");',
      "  return Math.sqrt(x);",
      "}",
    );
    const { root } = (await openKernel(kernel)) as { root: (x: number) => number };
    expect(root(16)).toBe(4);
    expect(() => root(-1)).toThrow("notebooks/loops/kernel.as.ts:2:14: no root of a negative number");
  });
});

describe("a browser that lacks what a kernel needs", () => {
  const without = (wasm: object) => vi.stubGlobal("WebAssembly", wasm);
  /** Refuses every module in which a certain byte stands, as an engine without those instructions does. */
  const refusing = (opcode: number) => ({
    ...Object.fromEntries(
      Object.getOwnPropertyNames(WebAssembly).map((name) => [name, Reflect.get(WebAssembly, name)]),
    ),
    validate: (bytes: Uint8Array) => !bytes.includes(opcode),
  });

  it("is told from one that has it: the probe is valid here and needs what it probes", async () => {
    expect(WebAssembly.validate(simdProbe)).toBe(true);
    expect(simdProbe).toContain(0xfd);
    expect(lackOfKernel(sum)).toBeNull();
    expect(lackOfKernel(tally)).toBeNull();
  });

  it("is told so in words, with the kernel's file", () => {
    without(refusing(0xfd));
    expect(lackOfKernel(sum)).toBe(
      `The kernel ${sum.file} needs SIMD of WebAssembly (v128), and this browser does not offer it.`,
    );
  });

  it("is told so where WebAssembly is turned off, shared memory is missing, or the whole is too new", () => {
    without(undefined as never);
    expect(lackOfKernel(sum)).toMatch(
      /needs WebAssembly, and this browser has it turned off, as Apple’s Lockdown Mode/,
    );
    vi.unstubAllGlobals();
    vi.stubGlobal("SharedArrayBuffer", undefined);
    expect(lackOfKernel(tally)).toMatch(
      /needs memory that workers share .*, and this browser does not offer it/,
    );
    vi.stubGlobal("crossOriginIsolated", false);
    expect(lackOfKernel(tally)).toMatch(
      /and this page is not cross-origin isolated, since its host sends no COOP/,
    );
    vi.unstubAllGlobals();
    without(refusing(0xfe));
    expect(lackOfKernel(tally)).toMatch(/needs a newer WebAssembly than this browser offers/);
  });

  it("stops a worker before it measures, and lets a page show what was recorded", async () => {
    without(refusing(0xfd));
    await expect(openKernel(sum)).rejects.toThrow(/needs SIMD of WebAssembly/);
    const library = await pageKernels([sum])("./sum.as.ts");
    const {
      memory,
      sum: add,
      instantiate,
    } = library as Record<"sum" | "instantiate", () => void> & {
      memory: WebAssembly.Memory;
    };
    for (const use of [add, instantiate, () => memory.buffer, () => memory.grow(1)])
      expect(use).toThrow(/needs SIMD of WebAssembly/);
  });

  it("has nothing to say of libraries that are no kernels", () => {
    expect(pageKernels([sum])("#simulate")).toBeUndefined();
  });
});

it("a kernel that traps throws the engine's error", async () => {
  const { f } = (await openKernel(await wat('(module (func (export "f") unreachable))'))) as {
    f: () => void;
  };
  expect(f).toThrow(WebAssembly.RuntimeError);
});
