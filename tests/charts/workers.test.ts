// Charts are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/bench/types.ts";
import { slicePlot, warmUpPlot, workerPlot } from "../../src/charts/index.ts";
import { cells, rounded, wordsIn } from "./reading.ts";
import { compared, outcome } from "./synthetic.ts";
import { wobble, worked } from "./synthetic-shapes.ts";

const few = { blocks: 6, slices: 3 };
const steady = (worker: number) => 3 * (1 + 0.01 * wobble(worker));
const twoSpeeds = (worker: number) => (worker % 3 === 0 ? 1.2 : 1) * (1 + 0.01 * wobble(worker));
const variants = { steady, "two speeds": twoSpeeds };
const chromium = worked("Chromium", variants, few);
const mine = worked("Firefox", variants, few);
const both = outcome([chromium], mine);
const caption = (chart: Element) => chart.querySelector("figcaption")?.textContent?.replaceAll("\u00a0", " ");

const plots: [string, (outcome: Outcome) => HTMLElement][] = [
  ["worker", workerPlot],
  ["warm-up", warmUpPlot],
  ["slice", slicePlot],
];

describe.each(plots)("the %s plot", (name, plot) => {
  const drawn = plot(both);

  test.each(["wide", "narrow"] as const)(
    "draws what it drew when its %s drawing was looked at",
    async (width) => {
      await expect(rounded(drawn, width)).toMatchFileSnapshot(`./drawings/${name}-${width}.html`);
    },
  );

  test("shows the reader's own workers first and the recorded ones beside them", () => {
    const rows = cells(drawn).slice(1);
    expect(rows[0][0]).toBe("You: Firefox 153");
    expect(rows.map(([result]) => result)).toContain("recorded: Chromium 156");
    expect(caption(drawn)).toMatch(/^On this machine, /);
    expect(caption(plot(outcome([chromium])))).toMatch(/^Recorded in Chromium 156, /);
  });

  test("says that there is no result yet where no worker was kept", () => {
    for (const none of [outcome([]), outcome([compared("Chromium", "a", 1, { b: 2 })])])
      expect(plot(none).textContent).toBe("No result yet: Run makes one on this machine.");
  });
});

describe("workerPlot", () => {
  test("draws a dot for each worker", () => {
    expect(workerPlot(outcome([chromium])).querySelectorAll(".hp-wide circle")).toHaveLength(2 * few.blocks);
  });

  test("says how far the slowest worker is from the typical time, and what the run warned of", () => {
    const warned = worked("Chromium", { a: twoSpeeds }, few);
    warned.warnings.push({ code: "two-speeds", sentence: "a: two groups.", next: "" });
    expect(caption(workerPlot(outcome([warned])))).toBe(
      "Recorded in Chromium 156, slowest worker against the typical time per element: “a” 1.2× of 1.0 ns (6 workers). Shaded: the interval of the typical time. The run warned: “a: two groups.”",
    );
  });

  test("lists the time of every worker in the order run", () => {
    const [head, row] = cells(workerPlot(outcome([chromium])));
    expect(head.at(-1)).toBe("each worker in the order run (ns)");
    expect(row.at(-1)?.split(", ")).toHaveLength(few.blocks);
  });
});

describe("warmUpPlot", () => {
  test("says what the first batch took against the typical time", () => {
    expect(caption(warmUpPlot(both))).toMatch(
      /: “steady” 3\.0× of 3\.0 ns and “two speeds” 3\.\d× of 1\.\d ns\. /,
    );
  });

  test("draws each worker thin and the median thick, on a log axis of time", () => {
    const chart = warmUpPlot(outcome([chromium]));
    const strokes = [...chart.querySelectorAll(".hp-wide path[stroke-opacity], .hp-wide g[stroke-opacity]")];
    expect(strokes.length).toBeGreaterThanOrEqual(2 * few.blocks);
    expect(wordsIn(chart, "wide")).toEqual(expect.arrayContaining(["1", "10", "ms since the first call →"]));
  });

  test("leaves out batches that the clock did not see", () => {
    const coarse = worked("Chromium", { a: steady }, few);
    for (const { warmUp } of coarse.variants[0].workers) warmUp[0] = [0, 0];
    expect(warmUpPlot(outcome([coarse])).outerHTML).not.toMatch(/NaN|Infinity/);
  });
});

describe("slicePlot", () => {
  test("tells differences within a worker from those between workers", () => {
    expect(caption(slicePlot(both))).toMatch(
      /“steady” 1\.0\d× within a worker and 1\.0\d× between workers; “two speeds” 1\.0\d× within a worker and 1\.2× between/,
    );
  });

  test("speaks of no line where every worker has one slice", () => {
    const single = worked("Chromium", variants, { blocks: 6, slices: 1 });
    expect(caption(slicePlot(outcome([single])))).not.toMatch(/within|line/);
  });

  test("has a row for each worker with all its slices", () => {
    const rows = cells(slicePlot(outcome([chromium]))).slice(1);
    expect(rows).toHaveLength(2 * few.blocks);
    expect(rows[0].slice(0, 4)).toEqual(["recorded: Chromium 156", "steady", "1", "1"]);
    expect(rows[0][4].split(", ")).toHaveLength(few.slices);
  });
});
