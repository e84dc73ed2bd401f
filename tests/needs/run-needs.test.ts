import { afterEach, describe, expect, test, vi } from "vitest";
import type { Manifest } from "../../src/notebook/compile/write.ts";
import { isThereAtOnce } from "../../src/notebook/needs/at-once.ts";
import { hasFineClock } from "../../src/notebook/needs/fine-clock.ts";
import { RunNeeds } from "../../src/notebook/needs/run-needs.ts";

afterEach(() => vi.unstubAllGlobals());

describe("a running notebook on a page that is not isolated", async () => {
  const cells = [
    { id: 1, needs: [] },
    { id: 2, needs: ["isolation"] },
    { id: 3, needs: ["isolation"] },
  ] as unknown as Manifest["cells"];
  vi.stubGlobal("crossOriginIsolated", false);
  const needs = await RunNeeds.of({ cells });
  vi.unstubAllGlobals();
  const together = { cell: 3, helpers: [2] };

  test("stops the experiment that needs shared memory, and no other", () => {
    expect(needs.stops(together, new Map())).toBe(true);
    expect(needs.stops({ cell: 1, helpers: [] }, new Map())).toBe(false);
  });

  test("stops no experiment whose code, or that of a helper, the reader has changed", () => {
    expect(needs.stops(together, new Map([[2, "const memory = new ArrayBuffer(8);"]]))).toBe(false);
    expect(needs.stops(together, new Map([[1, "const other = 1;"]]))).toBe(true);
  });

  test("excuses the failures of cells that use what is missing", () => {
    expect(needs.excuses(2)).toBe(true);
    expect(needs.excuses(1)).toBe(false);
  });
});

describe("what is asked without loading more", () => {
  test("is there, or not for certain there", () => {
    expect(["wasm", "simd"].map((need) => isThereAtOnce(need as "wasm"))).toEqual([true, true]);
    expect(isThereAtOnce("opfs")).toBe(false);
    vi.stubGlobal("WebAssembly", undefined);
    expect(isThereAtOnce("wasm")).toBe(false);
  });

  test.each([
    [0.005, true],
    [1, true],
    [16.7, false],
    [100, false],
  ])("a clock with steps of %d ms is clearly fine: %s", (step, fine) => {
    let ms = 0;
    vi.stubGlobal("performance", {
      now: () => {
        ms += 0.002;
        return Math.floor(ms / step) * step;
      },
    });
    expect(hasFineClock()).toBe(fine);
  });
});
