// Charts are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { expect, test } from "vitest";
import { teamPlot } from "../../src/charts/index.ts";
import { cells, wordsIn } from "./reading.ts";
import { type Browser, compared, outcome } from "./synthetic.ts";
import { scaled } from "./synthetic-shapes.ts";

// millions of elements a second of all workers: alone 400, two far apart 800, two on one line 200
const distances = (browser: Browser, gate?: number | null) =>
  scaled(
    browser,
    [1, 2],
    { "64 bytes": (n) => 400 * n, "4 bytes": (n) => (n === 1 ? 400 : 200), "60 bytes": (n) => 400 / n },
    gate,
  );
const plot = (own?: ReturnType<typeof distances>) =>
  teamPlot(outcome([distances("Chromium")], own), { x: "bytes apart" });

test("gives the time of an element in its own worker, for each variant at its number, in order", () => {
  const rows = cells(plot()).slice(1);
  const at = (workers: string) =>
    rows.filter((row) => row[1] === workers).map(([, , bytes, ns]) => [bytes, ns]);
  expect(at("1 worker")).toEqual([
    ["4", "2.5"],
    ["60", "2.5"],
    ["64", "2.5"],
  ]);
  expect(at("2 workers")).toEqual([
    ["4", "10"],
    ["60", "10"],
    ["64", "2.5"],
  ]);
  // the ends of an interval of rates change places
  for (const row of rows) expect(Number(row[4])).toBeLessThan(Number(row[5]));
});

test("names its lines and places in both drawings, and the reader's own panel first", () => {
  for (const width of ["wide", "narrow"] as const) {
    const words = wordsIn(plot(distances("Firefox")), width);
    for (const word of ["1 worker", "2 workers", "4", "64"]) expect(words).toContain(word);
    // 60 is so near to 64 that their numbers would touch
    expect(words).not.toContain("60");
    expect(words.filter((word) => /^(You|recorded):/.test(word))).toEqual([
      "You: Firefox 153",
      "recorded: Chromium 156",
    ]);
  }
});

test("says that nothing follows about sharing if the cores were not free", () => {
  expect(plot().querySelector(".hp-caution")).toBeNull();
  const busy = plot(distances("Firefox", 1.1)).querySelector(".hp-caution")?.textContent;
  expect(busy).toMatch(/^On this machine, two workers that share nothing did only 1\.1× the work of one/);
});

test("has no drawing for results of another kind", () => {
  const none = teamPlot(outcome([compared("Chromium", "a", 1, { b: 2 })]), { x: "bytes" });
  expect(none.textContent).toBe("No result yet: Run makes one on this machine.");
});
