import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import {
  COMPILED,
  expectQuiet,
  inEveryEngine,
  notebooks,
  pages,
  parts,
  press,
  RUN_MS,
  reaches,
  START_MS,
  startsWorker,
  states,
  tablesOf,
} from "./page.ts";

/** Long enough for anything that starts by a timer or after idling. */
const SETTLE_MS = 1_500;
/** What the design allows between a click on Stop and `stopped`. */
const STOP_MS = 1_000;

inEveryEngine((open) => {
  test("every notebook is idle after loading, and none has loaded its code", async () => {
    const page = await open(pages.chapter);
    await sleep(SETTLE_MS);
    const seen = await states(page, notebooks.any);
    expect(seen.length, "the chapter has no <hot-notebook>").toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set(["idle"]));
    expect(page.requests().filter((url) => url.includes(COMPILED))).toEqual([]);
    expectQuiet(page);
  });

  test("Run measures, shows chart and table, and leaves the result on the element", async () => {
    const page = await open(pages.chapter);
    await press(page, notebooks.benchmark, "Run");
    await reaches(page, notebooks.benchmark, "running", START_MS);
    await reaches(page, notebooks.benchmark, "done", RUN_MS);

    const record = await page.evaluate(
      // biome-ignore lint/suspicious/noExplicitAny: the element's type lives in the page
      (selector: string) => (document.querySelector(selector) as any).results,
      notebooks.benchmark,
    );
    const results = Object.values(record?.results ?? {}) as { comparisons: { verdict: string }[] }[];
    const verdicts = results.flatMap((result) => result.comparisons.map((comparison) => comparison.verdict));
    expect(
      verdicts.length,
      `results has no verdict: ${JSON.stringify(record)?.slice(0, 400)}`,
    ).toBeGreaterThan(0);
    for (const verdict of verdicts) expect(["faster", "slower", "same", "unclear"]).toContain(verdict);
    expect(await page.sees(`${notebooks.benchmark} ${parts.chart}`), "no chart").toBe(true);
    expect(await page.sees(`${notebooks.benchmark} ${parts.table}`), "no table").toBe(true);
    const [[head, [, own]]] = await tablesOf(page, `${notebooks.benchmark} table.hp-claims`);
    expect(head[1], "the claims have no column for the reader's own run").toMatch(/^You this machine, /);
    expect(own).toMatch(/^(holds|does not hold|undecided) \d[\d.]*× \(/);
    expect(await startsWorker(page, 1), "no worker was loaded, so nothing was measured").toBe(true);
    expectQuiet(page);
  });

  test("Stop ends a run within a second", async () => {
    const page = await open(pages.chapter);
    await press(page, notebooks.benchmark, "Run");
    expect(await startsWorker(page, START_MS), "no worker was started").toBe(true);
    await page.evaluate((selector: string) => {
      const element = document.querySelector<HTMLElement>(selector) as HTMLElement;
      let pressed = 0;
      element.addEventListener("click", () => (pressed = performance.now()), { capture: true, once: true });
      new MutationObserver(() => {
        if (element.dataset.state === "stopped")
          element.dataset.testStopMs ??= String(performance.now() - pressed);
      }).observe(element, { attributeFilter: ["data-state"] });
    }, notebooks.benchmark);
    await press(page, notebooks.benchmark, "Stop");
    await reaches(page, notebooks.benchmark, "stopped", START_MS);
    const took = await page.evaluate(
      (selector: string) => Number(document.querySelector<HTMLElement>(selector)?.dataset.testStopMs),
      notebooks.benchmark,
    );
    expect(took, "ms from the click on Stop to data-state=stopped").toBeLessThan(STOP_MS);
    expectQuiet(page);
  });

  test("Reset brings the recorded result back", async () => {
    const page = await open(pages.chapter);
    const before = await figures();
    await press(page, notebooks.simulation, "Run");
    await reaches(page, notebooks.simulation, "done", RUN_MS);
    await press(page, notebooks.simulation, "Reset");
    await reaches(page, notebooks.simulation, "idle", START_MS);
    expect(await figures()).toEqual(before);
    expectQuiet(page);

    function figures(): Promise<number> {
      return page.evaluate(
        (selector: string) => document.querySelectorAll(`${selector} :is(svg.hp-plot, table)`).length,
        notebooks.simulation,
      );
    }
  });
});
