import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { compileKernel } from "../../src/notebook/compile/wasm/compile-kernel.ts";
import { openKernel } from "../../src/notebook/wasm/open.ts";
import {
  bestFit,
  buddyHeap,
  bumpHeap,
  churnCalls,
  firstFit,
  freeListHeap,
  type MallocCalls,
  type MallocHeap,
  nextFit,
  recordedCalls,
  replayCalls,
  requestCalls,
  serviceCalls,
  slabHeap,
  stackHeap,
} from "../../src/simulate/index.ts";
import { COMPILER_MS } from "../compile/wasm/kernels.ts";

vi.setConfig({ testTimeout: COMPILER_MS });

const file = "notebooks/allocators/heap.as.ts";
type Numbers = (...numbers: number[]) => number;
const kernel = (await openKernel(await compileKernel(file, readFileSync(file, "utf8")))) as unknown as Record<
  "replay" | "addressOf" | "held" | "fill" | "churn",
  Numbers
> & { memory: WebAssembly.Memory; TRACE: { value: number } | number };
const traceAt = Number(typeof kernel.TRACE === "object" ? kernel.TRACE.value : kernel.TRACE);

/** In the order of the numbers that the kernel gives them. */
const heaps: [string, () => MallocHeap][] = [
  ["bump", bumpHeap],
  ["stack", stackHeap],
  ["first fit", () => freeListHeap(firstFit)],
  ["next fit", () => freeListHeap(nextFit)],
  ["best fit", () => freeListHeap(bestFit)],
  ["slab", slabHeap],
  ["buddy", buddyHeap],
];

const traces: Record<string, MallocCalls> = {
  requests: requestCalls({ count: 3, blocks: 60, seed: 3 }),
  churn: churnCalls({ alive: 150, steps: 900, seed: 5 }),
  service: serviceCalls({ steps: 700, seed: 2 }),
  SQLite: recordedCalls(),
};

/** Plays the trace in the kernel; true if every block held its mark. */
function plays(kind: number, trace: MallocCalls): boolean {
  new Int32Array(kernel.memory.buffer, traceAt).set(trace);
  return kernel.replay(kind, trace.length) === trace.filter((step) => step <= 0).length;
}

describe.each(heaps.map(([name, make], kind) => ({ name, make, kind })))(
  "the allocator of malloc-race, $name",
  ({ make, kind }) => {
    it.each(Object.keys(traces))("puts each block of %s where the model does", (name) => {
      const trace = traces[name];
      expect(plays(kind, trace)).toBe(true);
      const addresses: number[] = [];
      const heap = make();
      replayCalls(
        {
          malloc: (bytes) => {
            const block = heap.malloc(bytes);
            addresses.push(block.address);
            return block;
          },
          free: (block) => heap.free(block),
          get top() {
            return heap.top;
          },
        },
        trace,
      );
      expect(addresses.map((_, block) => kernel.addressOf(block))).toEqual(addresses);
      expect(kernel.held()).toBe(heap.top);
    });

    it("begins again from an empty heap", () => {
      expect(plays(kind, traces.churn) && plays(kind, traces.churn)).toBe(true);
    });

    it("overwrites no live block in a long churn", () => {
      kernel.fill(kind, 200);
      expect(kernel.churn(kind, 200, 3000)).toBe(3000);
    });
  },
);
