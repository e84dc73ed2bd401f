// Charts are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { pipelinePlot } from "../../src/charts/index.ts";
import { fiveStage, outOfOrder, parseTrace } from "../../src/simulate/index.ts";
import { cells, wordsIn } from "./reading.ts";

const trace = parseTrace("lw r1, 0(r9); bne r1, r8 # wrong; add r2, r2, r8");
const drawing = (chart: Element, layout: "wide" | "narrow") =>
  chart.querySelector(`.hp-${layout} svg`) as Element;

describe("the pipeline plot", () => {
  const chart = pipelinePlot(fiveStage(trace), { cycle: 4 });

  test("says in its table where each instruction was in which cycle, and what it waited for", () => {
    expect(cells(chart).slice(1)).toEqual([
      ["lw r1, 0(r9)", "1", "2", "3", "4", "5", ""],
      ["bne r1, r8", "2", "3", "5", "6", "7", "1: waits for r1 from lw r1, 0(r9)"],
      ["wrong path 1", "3 to 4", "5", "", "", "", "thrown away"],
      ["wrong path 2", "5", "", "", "", "", "thrown away"],
      ["add r2, r2, r8", "6", "7", "8", "9", "10", ""],
    ]);
  });

  test.each(["wide", "narrow"] as const)(
    "names every instruction in the %s drawing, and draws nothing outside of it",
    (layout) => {
      const svg = drawing(chart, layout);
      const words = wordsIn(chart, layout);
      for (const { text } of trace) expect(words).toContain(text);
      const width = Number(svg.getAttribute("width"));
      for (const box of svg.querySelectorAll("rect")) {
        const [x, w] = ["x", "width"].map((name) => Number(box.getAttribute(name)));
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + w).toBeLessThanOrEqual(width);
      }
    },
  );

  test("marks the cycle that it is asked for, and none that the run does not have", () => {
    expect(drawing(chart, "wide").querySelectorAll(".hp-band")).toHaveLength(1);
    expect(drawing(chart, "wide").querySelector(".hp-strong")?.textContent).toBe("4");
    const past = pipelinePlot(fiveStage(trace), { cycle: 99 });
    expect(past.querySelectorAll(".hp-band")).toHaveLength(0);
  });

  test("explains its letters, its lines and its dashes only where they occur", () => {
    const caption = (plot: Element) => plot.querySelector("figcaption")?.textContent;
    expect(caption(chart)).toBe(
      "3 instructions take 10 cycles. F fetch, D decode, X execute, M memory, W write back; a line: it waits; dashed: fetched on a wrong guess and thrown away.",
    );
    expect(caption(pipelinePlot(fiveStage(parseTrace("add r1, r2, r3"))))).toBe(
      "1 instruction takes 5 cycles. F fetch, D decode, X execute, M memory, W write back.",
    );
  });

  test("leaves out letters and numbers that do not fit", () => {
    const long = pipelinePlot(
      outOfOrder(parseTrace("lw r1, 0(r1) # miss; lw r1, 0(r1) # miss"), { latency: { miss: 60 } }),
    );
    const numbers = wordsIn(long, "narrow").filter((word) => /^\d+$/.test(word));
    expect(numbers).toContain("120");
    expect(numbers).not.toContain("121");
    expect(wordsIn(long, "narrow").filter((word) => word === "F")).toEqual([]);
  });
});
