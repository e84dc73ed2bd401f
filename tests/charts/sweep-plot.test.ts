// Charts are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { sweepPlot } from "../../src/charts/index.ts";
import { cells, rounded, wordsIn } from "./reading.ts";
import { compared, outcome, swept } from "./synthetic.ts";

const chances = [0, 0.25, 0.5, 0.75, 1];
const tent = (p: number) => 1 + 6 * Math.min(p, 1 - p);
const forms = { if: tent, select: () => 0.8 };
const BROWSERS = ["Chromium", "Firefox", "WebKitGTK"] as const;
const chromium = swept("Chromium", "p", chances, forms);
const firefox = swept("Firefox", "p", chances, forms);
const caption = (chart: Element) => chart.querySelector("figcaption")?.textContent;

describe("sweepPlot", () => {
  for (const width of ["wide", "narrow"] as const) {
    test(`draws a panel for each browser on the ${width} drawing as it did when it was looked at`, async () => {
      const chart = sweepPlot(outcome([chromium], firefox), { x: "probability taken" });
      await expect(rounded(chart, width)).toMatchFileSnapshot(`./drawings/sweep-${width}.html`);
    });
  }

  test("puts the reader's own panel first and the others in grey behind it", () => {
    const chart = sweepPlot(outcome([chromium, firefox], chromium));
    const titles = wordsIn(chart, "wide").filter((word) => /You|recorded/.test(word));
    expect(titles).toEqual(["You: Chromium 156", "recorded: Chromium 156", "recorded: Firefox 153"]);
    expect(caption(chart)).toMatch(
      /^On this machine, .* Grey: the recorded curves behind yours, yours behind theirs\.$/,
    );
    // two variants of two records behind the own panel, two variants of the own behind each record
    expect(chart.querySelectorAll(".hp-wide .hp-other path")).toHaveLength(8);
  });

  test("says how each curve runs, in numbers, and calls a flat one flat", () => {
    expect(caption(sweepPlot(outcome([chromium]), { x: "probability" }))).toBe(
      "Recorded in Chromium 156, time per element by probability: “if” 1.0 ns at 0, 4.0 ns at 0.5 and 1.0 ns at 1; “select” 0.80 ns throughout.".replace(
        /(\d) ns/g,
        "$1\u00a0ns",
      ),
    );
  });

  test("names the lines at their ends when there are several, and not when there is one", () => {
    expect(wordsIn(sweepPlot(outcome([chromium])), "narrow")).toContain("select");
    expect(
      wordsIn(sweepPlot(outcome([swept("Chromium", "p", chances, { if: tent })])), "narrow"),
    ).not.toContain("if");
  });

  test("lays three panels out in one row if all words fit, else puts the names into the empty fourth place", () => {
    const three = (forms: Record<string, (p: number) => number>) =>
      sweepPlot(outcome(BROWSERS.map((browser) => swept(browser, "p", chances, forms))));
    const heightOf = (chart: Element) => Number(chart.querySelector(".hp-wide svg")?.getAttribute("height"));
    const [row, block] = [three({ if: tent }), three({ "branch in JavaScript": tent, mask: () => 0.8 })];
    expect(heightOf(block)).toBeGreaterThan(1.5 * heightOf(row));
    const names = wordsIn(block, "wide").filter((word) => word === "branch in JavaScript");
    expect(names).toHaveLength(1);
  });

  test("counts sizes that are powers of two in binary units on a log axis", () => {
    const sizes = [4096, 16384, 65536, 262144, 1048576];
    const words = wordsIn(
      sweepPlot(outcome([swept("Chromium", "bytes", sizes, { chase: (n) => n / 4096 })])),
      "wide",
    );
    expect(words).toContain("4\u00a0Ki");
    expect(words).toContain("1\u00a0Mi");
  });

  test("starts a linear axis of time at 0", () => {
    expect(wordsIn(sweepPlot(outcome([chromium])), "wide")).toContain("0");
  });

  test("gives every point in a table with units in its headings", () => {
    const [head, first] = cells(sweepPlot(outcome([chromium])));
    expect(head).toEqual(["result", "variant", "p", "time (ns per element)", "from (ns)", "to (ns)"]);
    expect(first).toEqual(["recorded: Chromium 156", "if", "0", "1", "0.93", "1.08"]);
    expect(cells(sweepPlot(outcome([chromium])))).toHaveLength(1 + 2 * chances.length);
  });

  test("says that there is no result yet where there is no sweep", () => {
    const chart = sweepPlot(outcome([compared("Chromium", "a", 1, { b: 2 })]));
    expect(chart.textContent).toBe("No result yet: Run makes one on this machine.");
  });
});
