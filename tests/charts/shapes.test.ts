// Charts are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { Outcome, Result } from "../../src/bench/types.ts";
import { latencyPlot, scalingPlot, surfacePlot, sweepPlot, timelinePlot } from "../../src/charts/index.ts";
import { cells, rounded, wordsIn } from "./reading.ts";
import { type Browser, compared, outcome } from "./synthetic.ts";
import { delayed, scaled, surfaced, timed, wobble } from "./synthetic-shapes.ts";

const strides: [string, number[]] = ["stride", [1, 4, 16, 64]];
const sizes: [string, number[]] = ["bytes", [4096, 65536, 1048576]];
const memory = (stride: number, bytes: number) => 0.5 * Math.min(16, stride) * (bytes > 1e5 ? 2 : 1);

const surface = (browser: Browser) => surfaced(browser, strides, sizes, { read: memory });
const scaling = (browser: Browser, gate?: number | null) =>
  scaled(browser, [1, 2, 4], { padded: (n) => 400 * n * 0.95 ** n, shared: (n) => 400 / n }, gate);
const latency = (browser: Browser) =>
  delayed(browser, {
    pool: (p) => 20_000 + 2000 * p,
    allocate: (p) => (p > 0.99 ? 900_000 : 15_000 + 5000 * p),
  });
const timeline = (browser: Browser) =>
  timed(
    browser,
    { arrays: (bin, r) => 1000 * (1 - 0.8 * 0.7 ** bin) * (1 + 0.02 * wobble(bin + 7 * r)) },
    { bins: 40, replicates: 3 },
  );

const plots: [string, (outcome: Outcome) => HTMLElement, (browser: Browser) => Result][] = [
  ["surface", surfacePlot, surface],
  ["scaling", scalingPlot, scaling],
  ["latency", latencyPlot, latency],
  ["timeline", timelinePlot, timeline],
];
const caption = (chart: Element) => chart.querySelector("figcaption")?.textContent?.replaceAll("\u00a0", " ");

describe.each(plots)("the %s plot", (name, plot, make) => {
  const both = plot(outcome([make("Chromium")], make("Firefox")));

  test.each(["wide", "narrow"] as const)(
    "draws what it drew when its %s drawing was looked at",
    async (width) => {
      await expect(rounded(both, width)).toMatchFileSnapshot(`./drawings/${name}-${width}.html`);
    },
  );

  test("shows the reader's own result first and the recorded one beside it", () => {
    const titles = wordsIn(both, "wide").filter((word) => /^(You|recorded):/.test(word));
    expect(titles).toEqual(["You: Firefox 153", "recorded: Chromium 156"]);
    const results = new Set(cells(both).map(([result]) => result));
    expect([...results]).toEqual(["result", ...titles]);
    expect(caption(both)).toMatch(/^On this machine, /);
    expect(caption(plot(outcome([make("Chromium")])))).toMatch(/^Recorded in Chromium 156, /);
  });

  test("says that there is no result yet where there is none of its kind", () => {
    for (const none of [outcome([]), outcome([compared("Chromium", "a", 1, { b: 2 })])])
      expect(plot(none).textContent).toBe("No result yet: Run makes one on this machine.");
  });
});

describe("surfacePlot", () => {
  test("prints the time of each cell where it fits, and the ends of the scale in any case", () => {
    const words = wordsIn(surfacePlot(outcome([surface("Chromium")])), "wide");
    // two cells and a stride
    expect(words.filter((word) => word === "16")).toHaveLength(3);
    expect(words).toContain("16\u00a0ns");
    const fine = surfaced("Chromium", ["x", Array.from({ length: 40 }, (_, i) => i)], sizes, {
      f: () => 123.4,
    });
    expect(
      wordsIn(surfacePlot(outcome([fine])), "narrow").filter((word) => word.startsWith("123")),
    ).toHaveLength(2);
  });

  test("shows one variant if asked for one, else each with its name", () => {
    const two = surfaced("Chromium", strides, sizes, { read: memory, write: (x, y) => 2 * memory(x, y) });
    expect(wordsIn(surfacePlot(outcome([two])), "wide")).toContain("write, recorded: Chromium 156");
    const one = surfacePlot(outcome([two]), { variant: "write" });
    expect(wordsIn(one, "wide")).toContain("recorded: Chromium 156");
    expect(cells(one)).toHaveLength(1 + 12);
  });

  test("says where a variant is fastest and where slowest", () => {
    expect(caption(surfacePlot(outcome([surface("Chromium")]), { y: "buffer" }))).toBe(
      "Recorded in Chromium 156, time per element: “read” 0.50 ns (stride 1, buffer 4 Ki) to 16 ns (stride 16, buffer 1 Mi).",
    );
  });

  test("leaves surfaces to itself: a sweep of two variables is no line", () => {
    expect(sweepPlot(outcome([surface("Chromium")])).querySelector("svg")).toBeNull();
  });
});

describe("scalingPlot", () => {
  test("says the rate on the fewest workers and how it grows", () => {
    expect(caption(scalingPlot(outcome([scaling("Chromium")])))).toMatch(
      /elements per second by number of workers: “padded” 380 million on 1 and 3\.4× that on 4; “shared” 400 million on 1 and 0\.25× that on 4\./,
    );
  });

  test("draws and names the ideal line", () => {
    expect(wordsIn(scalingPlot(outcome([scaling("Chromium")])), "narrow")).toContain("ideal");
  });

  test("says in words that nothing follows about sharing if the cores were not free, or nobody looked", () => {
    const note = (gate: number | null) =>
      scalingPlot(outcome([], scaling("Chromium", gate))).querySelector(".hp-caution")?.textContent;
    expect(note(1.95)).toBeUndefined();
    expect(note(1.12)).toBe(
      "On this machine, two workers that share nothing did only 1.1× the work of one (at least 1.7× is needed). The cores were not free, so the curve says nothing about sharing.",
    );
    expect(note(null)).toContain("was not measured");
  });
});

describe("latencyPlot", () => {
  test("tells the median, the tail and the slowest call", () => {
    expect(caption(latencyPlot(outcome([latency("Chromium")])))).toMatch(
      /“allocate” 50 % at most 18 µs, 99 % at most 20 µs, 99\.9 % at most 900 µs, slowest 900 µs/,
    );
  });

  test("gives each further nine the same room", () => {
    const chart = latencyPlot(outcome([latency("Chromium")]));
    const place = (share: string) => {
      const tick = [...chart.querySelectorAll(".hp-wide text")].find(
        ({ textContent }) => textContent === share.replace(" ", "\u00a0"),
      );
      return Number(tick?.getAttribute("transform")?.match(/[\d.]+/)?.[0]);
    };
    expect(place("99 %") - place("90 %")).toBeCloseTo(place("99.9 %") - place("99 %"), 0);
  });

  test("says from when a call of an open loop counts", () => {
    const open = delayed("Chromium", { a: () => 9000 }, { calls: 2000, perSecond: 1500 });
    expect(caption(latencyPlot(outcome([open])))).toContain(
      "Calls were due 1,500 times a second; a latency counts from the moment its call was due.",
    );
  });

  test("draws times that the clock cannot tell from none at one step of it, and says so", () => {
    const chart = latencyPlot(outcome([delayed("Chromium", { a: (p) => (p > 0.9 ? 9000 : 100) })]));
    expect(caption(chart)).toContain("Shorter times than one step of the clock, 5.0 µs, are drawn at it.");
    expect(chart.outerHTML).not.toMatch(/NaN|Infinity/);
  });
});

describe("timelinePlot", () => {
  test("says the rate it settles at and how it begins", () => {
    expect(caption(timelinePlot(outcome([timeline("Chromium")])))).toMatch(
      /elements per second in the second half of the run: “arrays” (499|50\d) million, 2\d % of that in its first 2 ms\./,
    );
  });

  test("draws each replicate thin", () => {
    expect(
      timelinePlot(outcome([timeline("Chromium")])).querySelectorAll(".hp-wide [stroke-opacity] path"),
    ).toHaveLength(3);
  });

  test("draws neighbouring bins as one where there are too many, and keeps the rate", () => {
    const long = timed("Chromium", { a: () => 1000 }, { bins: 999, replicates: 1 });
    const rates = cells(timelinePlot(outcome([long]))).slice(1);
    expect(rates.length).toBeLessThanOrEqual(20);
    expect(new Set(rates.map((row) => row[3]))).toEqual(new Set(["500,000,000"]));
  });
});
