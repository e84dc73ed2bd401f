import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formula } from "../../src/simulate/heaps/formula.ts";
import { recordedText } from "../../src/simulate/heaps/recorded-text.ts";
import { sizeClass, slabPages } from "../../src/simulate/heaps/size-class.ts";
import {
  bestFit,
  buddyHeap,
  bumpHeap,
  byRule,
  churnCalls,
  firstFit,
  freeListHeap,
  gradeFit,
  heapHistory,
  type MallocHeap,
  nextFit,
  recordedCalls,
  replayCalls,
  requestCalls,
  serviceCalls,
  slabHeap,
  stackHeap,
} from "../../src/simulate/index.ts";

const heaps: Record<string, () => MallocHeap> = {
  bump: bumpHeap,
  stack: stackHeap,
  "first fit": () => freeListHeap(firstFit),
  "next fit": () => freeListHeap(nextFit),
  "best fit": () => freeListHeap(bestFit),
  slab: slabHeap,
  buddy: buddyHeap,
};
const traces = {
  requests: requestCalls({ count: 3, blocks: 50, seed: 1 }),
  churn: churnCalls({ alive: 120, steps: 600, seed: 1 }),
  service: serviceCalls({ steps: 600, seed: 1 }),
  SQLite: recordedCalls(),
};

describe.each(Object.entries(heaps))("%s", (name, make) => {
  it.each(Object.entries(traces))(
    "gives no byte of %s to two blocks, and all bytes that were asked for",
    (_, trace) => {
      const heap = make();
      replayCalls(heap, trace, (step, live) => {
        if (step % 97 !== 0) return;
        const blocks = [...live.values()].sort((a, b) => a.block.from - b.block.from);
        let end = 0;
        for (const { block, asked } of blocks) {
          expect(block.from).toBeGreaterThanOrEqual(end);
          expect(block.address % 8).toBe(0);
          end = block.from + block.bytes;
          expect(block.address + asked).toBeLessThanOrEqual(end);
        }
        expect(end).toBeLessThanOrEqual(heap.top);
      });
    },
  );

  it("accounts for every byte that it holds", () => {
    for (const trace of Object.values(traces)) {
      const { peak, mostAsked, overhead } = replayCalls(make(), trace);
      expect(peak.asked + peak.internal + peak.external).toBe(peak.held);
      expect(overhead).toBe(peak.held / mostAsked);
      expect(peak.held).toBeGreaterThanOrEqual(mostAsked);
    }
  });

  it.runIf(!["slab", "buddy"].includes(name))("holds nothing once all is freed", () => {
    for (const trace of Object.values(traces)) {
      const heap = make();
      replayCalls(heap, trace);
      expect(heap.top).toBe(0);
      expect(heap.holes ?? []).toEqual([]);
    }
  });
});

describe("what is known of the classics", () => {
  it("a stack serves calls in reverse order without a hole", () => {
    expect(replayCalls(stackHeap(), traces.requests).peak.external).toBe(0);
    expect(replayCalls(bumpHeap(), traces.requests).peak.external).toBe(0);
  });

  it("Knuth's rule: N live blocks have p N / 2 holes, where p is how often a malloc does not fill its hole to the last byte", () => {
    for (const rule of [firstFit, nextFit, bestFit]) {
      const heap = freeListHeap(rule);
      let [holes, looks, fills, before] = [0, 0, 0, 0];
      replayCalls(heap, churnCalls({ alive: 300, steps: 6000, seed: 4 }), (step, live) => {
        const now = heap.holes?.length ?? 0;
        if (step > 3000 && step < 12000 && live.size === 300) {
          fills += Number(now < before);
          holes += now / 300;
          looks += 1;
        }
        before = now;
      });
      const p = 1 - fills / looks;
      expect(Math.abs(holes / looks - p / 2)).toBeLessThan(0.01);
    }
  });

  it("a buddy rounds sizes that are spread evenly over an octave up to 4/3 of them", () => {
    // sizes from 2^k + 1 to 2^(k + 1) have a mean of 3/4 of their block
    const heap = buddyHeap();
    let [asked, taken] = [0, 0];
    for (let bytes = 513; bytes <= 1024; ++bytes) {
      asked += bytes;
      taken += heap.malloc(bytes).bytes;
    }
    expect(taken / asked).toBeCloseTo(4 / 3, 2);
  });

  it("buddies join until the whole is one block again", () => {
    const heap = buddyHeap();
    const first = heap.malloc(16);
    replayCalls(heap, churnCalls({ alive: 50, steps: 300, seed: 9 }));
    heap.free(first);
    expect(heap.malloc(2 ** 23).address).toBe(0);
  });

  it("size classes hold what is asked for, in order, and leave less than a fifth unused above 128 bytes", () => {
    let last = { index: -1, bytes: 0 };
    for (let bytes = 1; bytes <= 20000; ++bytes) {
      const now = sizeClass(bytes);
      expect(now.bytes).toBeGreaterThanOrEqual(bytes);
      if (bytes > 128) expect((now.bytes - bytes) / now.bytes).toBeLessThan(1 / 5);
      if (now.index !== last.index) expect([now.index, last.bytes + 1]).toEqual([last.index + 1, bytes]);
      last = now;
      const slabBytes = slabPages(now.bytes) * 1024;
      expect((slabBytes % now.bytes) / slabBytes).toBeLessThanOrEqual(1 / 8);
    }
  });

  it("first fit takes the lowest hole, best fit the smallest, next fit the next", () => {
    const holes = [
      { address: 0, bytes: 64 },
      { address: 100, bytes: 16 },
      { address: 200, bytes: 32 },
      { address: 300, bytes: 32 },
    ];
    const placed = (need: number, rover = 0) =>
      [firstFit, bestFit, nextFit].map((rule) => rule({ holes, need, rover }));
    expect(placed(24, 3)).toEqual([0, 2, 3]);
    expect(placed(40, 2)).toEqual([0, 0, 0]);
    expect(placed(65)).toEqual([-1, -1, -1]);
  });
});

describe("the recorded calls", () => {
  it("are what the interposer wrote", () => {
    const output = readFileSync("notebooks/allocators/native/record.txt", "utf8").replaceAll(/\s/g, "");
    expect(output).toContain(recordedText.replaceAll(/\s/g, ""));
  });

  it("free every block once, after it was asked for", () => {
    const seen = new Map<number, boolean>();
    for (const step of recordedCalls()) {
      if (step > 0) seen.set(seen.size, true);
      else {
        expect(seen.get(-step)).toBe(true);
        seen.set(-step, false);
      }
    }
    expect([...seen.values()]).not.toContain(true);
  });
});

describe("rules of a reader", () => {
  const names = ["a", "b"];
  it.each([
    "1 + 2 * 3 - 4 / 8",
    "-a * -(b - 3) % 4",
    "a < b ? a : b > 3 ? 7 : 8",
    "a == 2 && b != 2 || !a",
    "min(a, max(b, 1)) - 0.5",
    "a <= 2 ? b >= 5 : 9",
  ])("%s is what JavaScript computes", (text) => {
    const inScript = text.replaceAll("min", "Math.min").replaceAll("max", "Math.max");
    const expected = new Function("a", "b", `return Number(${inScript})`);
    for (const [a, b] of [
      [2, 5],
      [0, 2],
      [7, 3],
    ])
      expect(formula(text, names)({ a, b })).toBe(expected(a, b));
  });

  it.each(["a +", "(a", "c", "a a", "a ? b", "max(a)", "constructor", "a.b", "1;2", ""])(
    "“%s” is refused with the place",
    (text) => {
      expect(() => formula(text, names)).toThrow(/should stand after/);
    },
  );

  it("as formulas, the classics place as themselves", () => {
    const trace = traces.service;
    const overhead = (rule: Parameters<typeof freeListHeap>[0]) =>
      replayCalls(freeListHeap(rule), trace).overhead;
    expect(overhead(byRule("address"))).toBe(overhead(firstFit));
    expect(overhead(byRule("size"))).toBe(overhead(bestFit));
    expect(overhead(byRule("rover ? address : address + 1000000"))).toBe(overhead(nextFit));
  });

  it("a rule that passes exists, and no classic is one", () => {
    expect([firstFit, bestFit, nextFit].map((rule) => gradeFit(rule).passed)).toEqual([false, false, false]);
    expect(gradeFit(byRule("need < 128 ? address : size")).passed).toBe(true);
  });
});

describe("the history of a heap", () => {
  it("tells of each stretch at each moment how much of it is asked for", () => {
    const history = heapHistory(bumpHeap(), [64, 32, -0, -1], 96, 4, 3);
    const column = (i: number) => [...history.asked.slice(3 * i, 3 * i + 3)];
    expect([0, 1, 2, 3].map(column)).toEqual([
      [1, 1, -1],
      [1, 1, 1],
      [0, 0, 1],
      [-1, -1, -1],
    ]);
  });
});
