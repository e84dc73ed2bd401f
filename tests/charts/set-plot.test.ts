// Charts are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { expect, test } from "vitest";
import { setPlot } from "../../src/charts/index.ts";
import { cache, everyNth } from "../../src/simulate/index.ts";

/** Six lines that belong to the same set of four, passed over three times. */
function crowded() {
  const small = cache({ bytes: 512, ways: 2, line: 64 });
  everyNth({ loads: 6, stride: 64, passes: 3 })((address, bytes) => small.access(address, bytes));
  return setPlot(small, { caption: "One set of four." });
}

test("who does not see the sets is told how many are in use, and how often lines came in", () => {
  const images = [...crowded().querySelectorAll('[role="img"]')];
  const said = "Sets and ways of a cache: 1 of 4 sets are in use; lines came into one slot up to 9 times";
  expect(images.map((image) => image.getAttribute("aria-label"))).toEqual([said, said]);
});

test("the table has what each set holds", () => {
  const rows = [...crowded().querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  // lines 0, 4, … 20 came in turn; the last two are there
  expect(rows).toEqual([
    ["0", "16 · 20", "18"],
    ["1", "empty", "0"],
    ["2", "empty", "0"],
    ["3", "empty", "0"],
  ]);
});
