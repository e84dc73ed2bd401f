// Charts are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { expect, test } from "vitest";
import { linePlot } from "../../src/charts/index.ts";
import { cells, wordsIn } from "./reading.ts";

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

test("linePlot says where each line ends", () => {
  expect(linePlot(series, axes).querySelector("figcaption")?.textContent).toBe(
    "At 200 branches, predicted correctly: one-bit 60 % and gshare 99.5 %.".replaceAll(" %", "\u00a0%"),
  );
});

test("linePlot names each line at its end", () => {
  expect(wordsIn(linePlot(series, axes), "narrow")).toEqual(expect.arrayContaining(["one-bit", "gshare"]));
});

test("linePlot's table has a row for each x and a column for each line", () => {
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
