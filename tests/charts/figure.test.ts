// Charts are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { expect, test } from "vitest";
import {
  latencyPlot,
  linePlot,
  ratioPlot,
  scalingPlot,
  slicePlot,
  surfacePlot,
  sweepPlot,
  timelinePlot,
  warmUpPlot,
  workerPlot,
} from "../../src/charts/index.ts";
import { compared, outcome, swept } from "./synthetic.ts";
import { delayed, scaled, surfaced, timed, worked } from "./synthetic-shapes.ts";

const workers = outcome([worked("Chromium", { a: () => 1, b: () => 2 }, { blocks: 6, slices: 2 })]);

const draw = () => [
  workerPlot(workers),
  warmUpPlot(workers),
  slicePlot(workers),
  surfacePlot(outcome([surfaced("Chromium", ["n", [1, 2]], ["k", [1, 2]], { a: (n, k) => n * k })])),
  scalingPlot(outcome([scaled("Chromium", [1, 2], { a: (n) => n }, 1.2)])),
  latencyPlot(outcome([delayed("Chromium", { a: (p) => 6000 + p }, { calls: 2000 })])),
  timelinePlot(outcome([timed("Chromium", { a: (i) => i }, { bins: 10, replicates: 2 })])),
  ratioPlot(outcome([compared("Chromium", "a", 1, { b: 2 })])),
  sweepPlot(outcome([swept("Chromium", "n", [1, 2, 4], { a: (n) => n, b: () => 2 })])),
  linePlot(
    [
      {
        name: "a",
        points: [
          [0, 1],
          [1, 2],
        ],
      },
    ],
    { x: "n", y: "misses" },
  ),
];

const charts = draw();

test("several charts on one page share no id", () => {
  const ids = [...charts, ...draw()].flatMap((chart) =>
    [...chart.querySelectorAll("[id]")].map(({ id }) => id),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test("each drawing is one image with one name, and only the wide one shows without the style sheet", () => {
  for (const chart of charts) {
    const [wide, narrow] = chart.querySelectorAll(".hp-drawing");
    expect(wide.hasAttribute("hidden")).toBe(false);
    expect(narrow.hasAttribute("hidden")).toBe(true);
    expect(chart.querySelectorAll("[role=img][aria-label]")).toHaveLength(2);
    expect(chart.querySelectorAll("svg [aria-label]")).toHaveLength(0);
  }
});

test("no colour is written into a drawing: all follow the theme", () => {
  for (const chart of charts)
    for (const node of chart.querySelectorAll("svg, svg *"))
      for (const name of ["fill", "stroke", "color"])
        expect(node.getAttribute(name) ?? "none").toMatch(/^(none|currentColor|var\(--(hp|plot)-[\w-]+\))$/);
});

test("text is at least 11 px at the natural width", () => {
  for (const chart of charts)
    for (const node of chart.querySelectorAll("svg, svg [font-size]")) {
      const size = (node as SVGElement).style.fontSize || node.getAttribute("font-size") || "";
      expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(11);
    }
});
