import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import {
  expectQuiet,
  inEveryEngine,
  press,
  RUN_MS,
  reaches,
  START_MS,
  startsWorker,
  states,
} from "./page.ts";

const counts = 'hot-notebook[notebook="fixtures/counts"]';
const first = `${counts}:nth-of-type(1)`;
const second = `${counts}:nth-of-type(2)`;

/** ms between two ticks of a page that is not frozen, at most; a loaded machine included. */
const TICK_MS = 500;

inEveryEngine((open, engine) => {
  test("the same notebook twice on a page: two lives, unique ids, own inputs and results", async () => {
    const page = await open("fixtures/twice/");
    await page.evaluate((selector: string) => {
      const slider = document.querySelector<HTMLInputElement>(
        `${selector} input[type=range]`,
      ) as HTMLInputElement;
      slider.value = "5000";
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }, first);
    await page.waitFor(
      "the first notebook to follow its slider",
      (s: string) => document.querySelector(s)?.textContent?.includes("5000 steps"),
      START_MS,
      first,
    );
    await press(page, first, "Run");
    await reaches(page, first, "done", RUN_MS);
    expect(await states(page, counts)).toEqual(["done", "idle"]);
    const seen = await page.evaluate(
      (a: string, b: string) => {
        // biome-ignore lint/suspicious/noExplicitAny: the element's type lives in the page
        const of = (selector: string) => document.querySelector(selector) as any;
        const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
        return {
          params: of(a).results.results.counts.bench.params,
          other: of(b).results,
          otherText: of(b).textContent,
          repeated: ids.filter((id, i) => ids.indexOf(id) !== i),
        };
      },
      first,
      second,
    );
    expect(seen.params).toEqual({ n: 5000 });
    expect(seen.other).toBeNull();
    expect(seen.otherText).toContain("2000 steps");
    expect(seen.repeated).toEqual([]);
    expectQuiet(page);
  });

  test("an exception in a kernel is shown with the notebook's own file, line, column and text", async () => {
    const page = await open("fixtures/throws/");
    await press(page, "hot-notebook", "Run");
    await reaches(page, "hot-notebook", "error", RUN_MS);
    const shown = await page.evaluate(() => document.querySelector(".nb-error")?.textContent ?? "");
    expect(shown).toMatch(
      /^tests\/fixtures\/notebooks\/fixtures\/throws\.html:6:\d+: the kernel cannot go on/,
    );
    expect(shown).toContain('if (n > 0) throw new RangeError("the kernel cannot go on");');
    expect(
      await page.evaluate(() =>
        document.querySelector(".nb-error")?.closest("[data-cell]")?.getAttribute("data-cell"),
      ),
    ).toBe("1");
  });

  test("an endless kernel leaves the page alive, and Stop ends it within a second", async () => {
    const page = await open("fixtures/hangs/");
    await press(page, "hot-notebook", "Run");
    expect(await startsWorker(page, START_MS)).toBe(true);
    await sleep(1000);
    const longest = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let last = performance.now();
          let worst = 0;
          let ticks = 0;
          const timer = setInterval(() => {
            worst = Math.max(worst, performance.now() - last);
            last = performance.now();
            if (++ticks < 50) return;
            clearInterval(timer);
            resolve(worst);
          }, 20);
        }),
    );
    expect(longest).toBeLessThan(TICK_MS);
    await press(page, "hot-notebook", "Stop");
    await reaches(page, "hot-notebook", "stopped", 1000);
  });

  test("kernels that disagree get no time, and both values are named", async () => {
    const page = await open("fixtures/disagrees/");
    await press(page, "hot-notebook", "Run");
    await reaches(page, "hot-notebook", "done", RUN_MS);
    const warning = await page.evaluate(
      () => document.querySelector('.hp-warning[data-code="wrong-answer"]')?.textContent ?? "",
    );
    expect(warning).toMatch(/499500/);
    expect(warning).toMatch(/499501/);
    expect(await page.evaluate(() => document.querySelectorAll(".hp-verdict").length)).toBe(0);
  });

  test.runIf(engine === "chromium")(
    "the watchdog ends a kernel that hangs, and says which and what to do",
    async () => {
      const page = await open("fixtures/hangs/");
      await press(page, "hot-notebook", "Run");
      await reaches(page, "hot-notebook", "error", 45_000);
      const status = await page.evaluate(
        () => document.querySelector(".nb-error, .nb-status")?.textContent ?? "",
      );
      expect(status).toMatch(/“?a”? /);
    },
  );
});
