// Charts are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { linePlot, sweepPlot } from "../../src/charts/index.ts";
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

  test("leaves more room for the numbers of the axis where they are long", () => {
    const leftOf = (factor: number) => {
      const times = { slow: (n: number) => n * factor };
      const chart = sweepPlot(outcome([swept("Chromium", "n", [1, 10, 100], times)]));
      const line = chart.querySelector(".hp-narrow .hp-axis-line line");
      return Number(line?.getAttribute("x1"));
    };
    expect(leftOf(1)).toBe(leftOf(50));
    expect(leftOf(20_000)).toBeGreaterThan(leftOf(1) + 20);
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

describe("linePlot", () => {
  const series = [
    {
      name: "one-bit",
      points: [
        [100, 0.5],
        [200, 0.6],
      ],
    },
    {
      name: "gshare",
      points: [
        [100, 0.7],
        [200, 0.995],
      ],
    },
  ] as const;
  const axes = { x: "branches", y: "predicted correctly", percent: true };

  test("says where each line ends", () => {
    expect(linePlot(series, axes).querySelector("figcaption")?.textContent).toBe(
      "At 200 branches, predicted correctly: one-bit 60 % and gshare 99.5 %.".replaceAll(" %", "\u00a0%"),
    );
  });

  test("names each line at its end", () => {
    expect(wordsIn(linePlot(series, axes), "narrow")).toEqual(expect.arrayContaining(["one-bit", "gshare"]));
  });

  test("has a table with a row for each x and a column for each line", () => {
    expect(cells(linePlot(series, axes))).toEqual([
      ["branches", "one-bit", "gshare"],
      ["100", "50\u00a0%", "70\u00a0%"],
      ["200", "60\u00a0%", "99.5\u00a0%"],
    ]);
  });

  const rising = [
    [0, 1],
    [1, 2],
  ] as const;
  const named = (name: string) =>
    linePlot(
      [
        { name, points: rising },
        { name: "b", points: rising },
      ],
      { x: "n", y: "misses" },
    );

  test("names too long for the room beside the lines stand whole in a key above them", () => {
    const long = "a predictor with a very long name indeed";
    expect(wordsIn(named(long), "narrow")).toContain(long);
    expect(named(long).querySelectorAll(".hp-narrow [stroke-dasharray] path[transform]")).not.toHaveLength(0);
  });

  test("a name longer than the figure is cut, and whole in the table", () => {
    const long = "a predictor with a name that no phone in anybody's pocket can show";
    expect(wordsIn(named(long), "narrow").find((word) => word.startsWith("a pred"))).toMatch(/^.{30,40}…$/);
    expect(cells(named(long))[0]).toContain(long);
  });
});
