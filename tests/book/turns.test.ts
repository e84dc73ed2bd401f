import { expect, test } from "vitest";
import {
  expectQuiet,
  expectTurns,
  inEveryEngine,
  notebooks,
  pages,
  press,
  pressUnseen,
  RUN_MS,
  reaches,
  START_MS,
  startsWorker,
  states,
} from "./page.ts";

/** A visible page has started its first worker long before (START_MS is for the slowest case). */
const UNSEEN_MS = 3_000;

inEveryEngine((open) => {
  test("two notebooks on a page run independently", async () => {
    const page = await open(pages.chapter);
    await press(page, notebooks.simulation, "Run");
    await reaches(page, notebooks.simulation, "done", RUN_MS);
    expect(await states(page, notebooks.benchmark)).toEqual(["idle"]);
    await press(page, notebooks.benchmark, "Run");
    await reaches(page, notebooks.benchmark, "running", START_MS);
    expect(await states(page, notebooks.simulation)).toEqual(["done"]);
    await press(page, notebooks.benchmark, "Stop");
    await reaches(page, notebooks.benchmark, "stopped", START_MS);
    expectQuiet(page);
  });

  test("the same notebook twice on a page measures one after the other", async () => {
    const page = await open(pages.chapter);
    await page.evaluate((selector: string) => {
      const original = document.querySelector(selector) as HTMLElement;
      const twin = original.cloneNode(true) as HTMLElement;
      original.id = "original";
      twin.id = "twin";
      original.after(twin);
    }, notebooks.benchmark);
    await press(page, "#original", "Run");
    await expectTurns(page, 1, 0);
    await press(page, "#twin", "Run");
    await expectTurns(page, 1, 1);
    await press(page, "#original", "Stop");
    await reaches(page, "#original", "stopped", START_MS);
    await expectTurns(page, 1, 0);
    expect(await states(page, "#twin")).toEqual(["running"]);
    await press(page, "#twin", "Stop");
    await reaches(page, "#twin", "stopped", START_MS);
    await expectTurns(page, 0, 0);
    expectQuiet(page);
  });

  test("a run in a second tab waits for the run in the first", async () => {
    const first = await open(pages.chapter);
    await press(first, notebooks.benchmark, "Run");
    await expectTurns(first, 1, 0);
    const second = await first.newTab();
    await second.goto(await first.evaluate("location.href"));
    await press(second, notebooks.benchmark, "Run");
    await expectTurns(second, 1, 1);
    await pressUnseen(first, notebooks.benchmark, "Stop");
    await expectTurns(second, 1, 0);
    expect(await states(second, notebooks.benchmark)).toEqual(["running"]);
    await press(second, notebooks.benchmark, "Stop");
    await reaches(second, notebooks.benchmark, "stopped", START_MS);
    expectQuiet(second);
  });

  test("a run in a hidden tab waits until the tab is seen", async () => {
    const page = await open(pages.chapter);
    await page.hide();
    await pressUnseen(page, notebooks.benchmark, "Run");
    expect(await startsWorker(page, UNSEEN_MS), "a worker was started in a hidden tab").toBe(false);
    expect(await states(page, notebooks.benchmark)).toEqual(["running"]);
    await page.show();
    expect(await startsWorker(page, START_MS), "no worker was started once the tab was seen").toBe(true);
    await press(page, notebooks.benchmark, "Stop");
    await reaches(page, notebooks.benchmark, "stopped", START_MS);
    expectQuiet(page);
  });
});
