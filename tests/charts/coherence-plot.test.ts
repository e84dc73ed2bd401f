// Charts are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { expect, test } from "vitest";
import { coherencePlot } from "../../src/charts/index.ts";
import { runCoherence, type SharedAccess } from "../../src/simulate/index.ts";
import { cells, wordsIn } from "./reading.ts";

const program: SharedAccess[] = [
  { core: 0, does: "reads", what: "a" },
  { core: 1, does: "adds to", what: "b" },
  { core: 0, does: "reads", what: "a" },
];
const near = coherencePlot(runCoherence(program, { cores: 2, granule: 64, at: { a: 0, b: 4 } }), { step: 2 });
const apart = coherencePlot(runCoherence(program, { cores: 2, granule: 64, at: { a: 0, b: 64 } }));

test("says in its table what each step sent and what became of the line", () => {
  expect(cells(near).slice(1)).toEqual([
    ["1: core 0 reads a", "core 0 asks for a copy; memory sends the line", "0", "E I"],
    ["2: core 1 adds to b", "core 1 asks for the only copy; core 0 sends the line", "0", "I M"],
    [
      "3: core 0 reads a",
      "core 0 asks for a copy; core 1 sends the line; core 1 writes the line back to memory",
      "0",
      "S S",
    ],
  ]);
});

test("draws a block for each line, and states that last until the next step on the line", () => {
  expect(wordsIn(near, "wide")).toContain("a line with a, b");
  const words = wordsIn(apart, "wide");
  expect(words).toEqual(expect.arrayContaining(["a line with a", "a line with b"]));
  // a stays exclusive in three steps, b is modified in the last two
  expect(words.filter((word) => word === "E")).toHaveLength(3);
  expect(words.filter((word) => word === "M")).toHaveLength(2);
});

test("explains the states that occur, and stays inside its frame", () => {
  expect(near.querySelector("figcaption")?.textContent).toBe(
    "3 steps, 7 messages. Outlined: the core whose step it is. M modified, E exclusive, S shared, a dot: no valid copy.",
  );
  for (const width of ["wide", "narrow"] as const) {
    const svg = near.querySelector(`.hp-${width} svg`) as Element;
    for (const box of svg.querySelectorAll("rect")) {
      const [x, w] = ["x", "width"].map((name) => Number(box.getAttribute(name)));
      expect(x + w).toBeLessThanOrEqual(Number(svg.getAttribute("width")));
    }
  }
});
