// Charts are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { ratioPlot } from "../../src/charts/index.ts";
import { cells, rounded, wordsIn } from "./reading.ts";
import { compared, outcome, swept } from "./synthetic.ts";

const chromium = compared("Chromium", "sorted", 0.95, { random: 4.4 });
const firefox = compared("Firefox", "sorted", 0.96, { random: 4.7 });
const mine = compared("Firefox", "sorted", 0.82, { random: 4.1 });

describe("ratioPlot", () => {
  for (const width of ["wide", "narrow"] as const) {
    test(`draws own and recorded results on the ${width} drawing as it did when it was looked at`, async () => {
      const chart = ratioPlot(outcome([chromium, firefox], mine));
      await expect(rounded(chart, width)).toMatchFileSnapshot(`./drawings/ratio-${width}.html`);
    });
  }

  test("draws the reader's own result beside the recorded ones, and first", () => {
    const words = wordsIn(ratioPlot(outcome([chromium, firefox], mine)), "wide");
    const labels = words.filter((word) => word === "You" || word.startsWith("recorded"));
    expect(labels).toEqual(["You", "recorded: Chromium 156", "recorded: Firefox 153"]);
  });

  test("draws only the recorded results before the reader has run anything", () => {
    const chart = ratioPlot(outcome([chromium]));
    expect(wordsIn(chart, "wide")).not.toContain("You");
    expect(chart.querySelector("figcaption")?.textContent).toMatch(
      /^Recorded in Chromium 156, “random” takes 4.4×/,
    );
  });

  test("says the ratio, its interval and verdict, and the recorded ratios in words", () => {
    const caption = ratioPlot(outcome([chromium, firefox], mine)).querySelector("figcaption")?.textContent;
    expect(caption).toBe(
      "On this machine, “random” takes 4.1× the time of “sorted” (slower; between 4.0× and 4.2×); recorded: 4.4× in Chromium 156 and 4.7× in Firefox 153.",
    );
  });

  test("calls an interval inside the band the same, with the width of the band", () => {
    const chart = ratioPlot(outcome([compared("Chromium", "a", 5, { b: 1.001 }, 0.2)]));
    expect(chart.querySelector("figcaption")?.textContent).toContain(
      "(the same within 3\u00a0%; between 1.00× and 1.00×)",
    );
  });

  test("gives every number in a table with the unit in its heading", () => {
    const [head, own, recorded] = cells(ratioPlot(outcome([chromium], mine)));
    expect(head.slice(-2)).toEqual(["variant (ns per element)", "baseline (ns per element)"]);
    expect(own).toEqual([
      "You: Firefox 153",
      "random against sorted",
      "4.1",
      "4.04",
      "4.18",
      "96.1\u00a0%",
      "slower",
      "3.36",
      "0.82",
    ]);
    expect(recorded[0]).toBe("recorded: Chromium 156");
  });

  test("groups several variants under one heading each", () => {
    const chart = ratioPlot(outcome([compared("Chromium", "if", 4, { select: 0.2, table: 0.3 })]));
    expect(
      cells(chart)
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(["select against if", "table against if"]);
    expect(chart.querySelector("figcaption")?.textContent).toContain("“select” 0.20× (faster");
  });

  test("tells records of one browser on two systems apart", () => {
    const mac = { ...chromium, environment: { ...chromium.environment, os: "macOS" } };
    const labels = cells(ratioPlot(outcome([chromium, mac]))).map(([label]) => label);
    expect(labels.slice(1)).toEqual(["recorded: Chromium 156, Linux", "recorded: Chromium 156, macOS"]);
  });

  test("says that there is no result yet instead of drawing nothing", () => {
    for (const none of [outcome([]), outcome([swept("Chromium", "n", [1, 2], { a: () => 1 })])]) {
      const chart = ratioPlot(none);
      expect(chart.textContent).toBe("No result yet: Run makes one on this machine.");
      expect(chart.querySelector("svg")).toBeNull();
    }
  });

  test("never shows an axis so fine that noise looks like an effect", () => {
    const words = wordsIn(ratioPlot(outcome([compared("Chromium", "a", 5, { b: 1 }, 0.1)])), "wide");
    expect(words).toContain("0.9×");
    expect(words).toContain("1.1×");
  });
});
