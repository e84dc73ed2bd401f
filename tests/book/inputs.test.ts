import { expect, test } from "vitest";
import type { Page } from "../../src/notebook/browsers/index.ts";
import { expectQuiet, inEveryEngine, press, RUN_MS, reaches, START_MS, startsWorker } from "./page.ts";

const notebook = "hot-notebook";
const path = "fixtures/settings/";

/** CSS pixels that a finger needs (WCAG 2.5.5). */
const TOUCH = 44;

inEveryEngine((open) => {
  test("inputs answer to keys, start no run, and mark what was measured with others until they are set back", async () => {
    const page = await open(path);
    await focus(page, "[type=range]");
    await page.press("ArrowRight");
    await shows(page, "a sum: 3000 of 3000 numbers, up, any.");
    // the live slider stands where its picture was, and has its focus
    await page.press("ArrowRight");
    await page.press("ArrowLeft");
    await page.press("ArrowRight");
    await shows(page, "a sum: 4000 of 4000 numbers, up, any.");
    await focus(page, "select");
    await page.press("ArrowDown");
    await shows(page, "a sum: 2000 of 4000 numbers, up, any.");
    await focus(page, "[type=checkbox]");
    await page.press(" ");
    await shows(page, "a sum: 2000 of 4000 numbers, up, whole.");
    expect(await startsWorker(page, 300), "an input started a run").toBe(false);

    await press(page, notebook, "Run");
    await reaches(page, notebook, "running", START_MS);
    expect(await startsWorker(page, START_MS)).toBe(true);
    // too late for this run: it goes on with the inputs that it began with
    await focus(page, "[type=radio]:checked");
    await page.press("ArrowDown");
    await reaches(page, notebook, "done", RUN_MS);
    expect(
      await page.evaluate(
        () => (document.querySelector("hot-notebook") as { results?: unknown } | null)?.results,
      ),
    ).toMatchObject({
      results: { sums: { bench: { params: { n: 4000 } } } },
      inputs: { sums: { n: 4000, step: 2, order: "up", whole: true } },
    });

    const mark =
      "Your result had other inputs than are set now: order up (now down). Run measures with those set now.";
    expect(await marks(page)).toEqual([mark, mark]);
    expect(await status(page)).toBe("The inputs have changed since: Run measures with those set now.");
    await page.press("ArrowUp");
    await page.waitFor("the mark to go", () => document.querySelector(".hp-stale") === null, START_MS);
    expect(await marks(page)).toEqual([]);
    expect(await status(page)).toMatch(/^Measured on this machine/);
    expectQuiet(page);
  });

  test("recorded results say which inputs they had where others are set", async () => {
    const page = await open("cpu/branches/");
    const within = 'hot-notebook[notebook="branches/sorted-vs-random"]';
    await focus(page, "select");
    await page.press("ArrowUp");
    await page.waitFor(
      "the records to be marked",
      (s: string) => document.querySelector(`${s} .hp-caution`) !== null,
      START_MS,
      within,
    );
    const said =
      "The recorded results had other inputs than are set now: Numbers in the array 1,048,576 (now 262,144). Run measures with those set now.";
    expect(new Set(await marks(page))).toEqual(new Set([said]));
    expect(await startsWorker(page, 300)).toBe(false);
  });

  test("at 360 px every input is large enough for a finger", async () => {
    const page = await open(path, { width: 360, height: 740 });
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("hot-notebook :is(select, input)")].map((input) => {
        // a box is pressed by its label as well
        const target = input.closest("label") ?? input;
        const { width, height } = target.getBoundingClientRect();
        return { what: `${input.localName} ${input.getAttribute("type")}`, width, height };
      }),
    );
    expect(sizes.length).toBeGreaterThan(5);
    for (const { what, width, height } of sizes) {
      if (what === "input checkbox") continue;
      expect(Math.round(height), what).toBeGreaterThanOrEqual(TOUCH);
      expect(Math.round(width), what).toBeGreaterThanOrEqual(TOUCH);
    }
  });
});

function focus(page: Page, selector: string): Promise<void> {
  return page.evaluate(
    (s: string) => document.querySelector<HTMLElement>(s)?.focus(),
    `hot-notebook ${selector}`,
  );
}

function shows(page: Page, text: string): Promise<unknown> {
  return page.waitFor(
    `the model to say “${text}”`,
    (wanted: string) => document.querySelector("hot-notebook")?.textContent?.includes(wanted),
    START_MS,
    text,
  );
}

function marks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(":is(.hp-stale, .hp-caution)")].map((mark) => mark.textContent ?? ""),
  );
}

function status(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector(".nb-status")?.textContent ?? "");
}
