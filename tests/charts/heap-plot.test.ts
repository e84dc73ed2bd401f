// Charts are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { expect, test } from "vitest";
import { heapPlot } from "../../src/charts/index.ts";
import { bumpHeap, heapHistory } from "../../src/simulate/index.ts";

/** Two blocks come, and go in the order in which they came. */
const drawn = () =>
  heapPlot(heapHistory(bumpHeap(), [2048, 1024, -0, -1], 3072, 4, 3), { caption: "Two blocks." });

test("who does not see the heap is told when it is largest, and how much of it is asked for", () => {
  const said = drawn().querySelector('[role="img"]')?.getAttribute("aria-label");
  expect(said).toBe(
    "Heap over time: it is largest after 50 % of the trace, about 3 KiB, of which 100 % are asked for",
  );
});

test("cells above one another that are asked for are one box, and nothing is drawn above the heap", () => {
  const [none, some, half, all] = [...drawn().querySelectorAll(".hp-wide path")].map((path) =>
    path.getAttribute("d"),
  );
  expect(all).toBe("M0 0h1v2h-1zM1 0h1v3h-1zM2 2h1v1h-1z");
  expect([none, some, half]).toEqual(["M2 0h1v2h-1z", "", ""]);
});
