import { expect, test } from "vitest";
import { inEveryEngine, notebooks, pages, tablesOf } from "./page.ts";

/** "holds 3.5× (3.4× to 3.8×)"; what a record cannot decide may lack its ratio. */
const EVIDENCE = /^(holds|does not hold|undecided)( \d[\d.]*× \(\d[\d.]*× to \d[\d.]*×\))?$/;

inEveryEngine((open) => {
  test("without JavaScript, claims show what was recorded: state, ratio, interval, bound, browser and machine", async () => {
    const page = await open(pages.chapter, { javaScript: false });
    const [first, second] = await tablesOf(page, `${notebooks.benchmark} table.hp-claims`);
    const [head, ...rows] = [...first, ...second.slice(1)];
    expect(head.length, "no record has a column").toBeGreaterThan(1);
    for (const column of head.slice(1)) expect(column).toMatch(/^(Chromium|Firefox|WebKitGTK)\b.* \S/);
    for (const [claim, ...cells] of rows) {
      expect(claim).toMatch(/ over .*: at (least|most) [\d.]+×$/);
      for (const cell of cells) expect(cell).toMatch(EVIDENCE);
    }
  });

  test("without JavaScript, claims on a model show what it gives", async () => {
    const page = await open(pages.chapter, { javaScript: false });
    const [[head, ...rows]] = await tablesOf(page, `${notebooks.simulation} table.hp-claims`);
    expect(head[1]).toMatch(/^In the model/);
    for (const [, cell] of rows) expect(cell).toMatch(/^holds [\d.]+ \S/);
  });

  test("the raw output of a native program stands on the page, with the machine it ran on", async () => {
    const page = await open(pages.chapter, { javaScript: false });
    const seen = await page.evaluate(() => document.querySelector("figure.hp-native")?.textContent ?? "");
    expect(seen).toContain("core clock");
    expect(seen).toMatch(/Measured \d+ \w+ \d{4} on .*core/);
  });
});
