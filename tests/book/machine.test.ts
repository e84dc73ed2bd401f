import { expect, test } from "vitest";
import type { Card } from "../../src/bench/machine/card.ts";
import type { Page } from "../../src/notebook/browsers/index.ts";
import type { NotebookRecord } from "../../src/notebook/record/record.ts";
import { parseRecord } from "../../src/notebook/record/shape.ts";
import {
  book,
  COMPILED,
  expectQuiet,
  inEveryEngine,
  pages,
  press,
  RUN_MS,
  reaches,
  START_MS,
} from "./page.ts";

const notebook = 'hot-notebook[notebook="machine/card"]';
const other = 'hot-notebook[notebook="fixtures/counts"]';
const own = "hot-card .mc-own .mc-card";
const engines = { chromium: "V8", firefox: "SpiderMonkey", webkit: "JavaScriptCore" };

inEveryEngine((open, engine) => {
  test("Run makes a card, keeps it for later visits and results, and Delete removes it", async () => {
    const page = await open(pages.machine);
    await says(page, "This device has no card yet: press Run.");
    expect(page.requests().filter((url) => url.includes(COMPILED))).toEqual([]);

    await press(page, notebook, "Run");
    await reaches(page, notebook, "done", RUN_MS);
    const record = await recordOf(page, notebook);
    expect(parseRecord(JSON.stringify(record)).card).toEqual(record.card);
    const { staircase, features, ...rest } = record.card as Card;
    expect([staircase[0][0], staircase[staircase.length - 1][0]]).toEqual([4096, 64 * 2 ** 20]);
    expect(rest).toMatchObject({ engine: engines[engine], isolated: true });
    const sharedMemory = await page.evaluate(() => typeof SharedArrayBuffer === "function");
    const opfs = engine !== "webkit";
    expect(features).toEqual({ simd: true, indexedDb: true, sharedMemory, opfs });
    await expect
      .poll(() => page.sees(own), { message: "the card is not shown", timeout: START_MS })
      .toBe(true);

    // a run of another notebook takes seconds, so it happens in one engine
    if (engine === "chromium") {
      await page.goto(`${book}fixtures/twice/`);
      await press(page, other, "Run");
      await reaches(page, other, "done", RUN_MS);
      expect((await recordOf(page, other)).card).toEqual(record.card);
      const line = await page.evaluate(() => document.querySelector(".nb-card")?.textContent ?? "");
      expect(line).toMatch(/^Your run was measured on: Chromium \d+ on /);
    }

    await page.goto(book + pages.machine);
    await says(page, "This card is kept on this device");
    expect(await page.sees(own), "the card of the last visit is not shown").toBe(true);
    await page.click({ role: "button", name: "Delete this card" });
    const after = await page.evaluate(() => ({
      cards: document.querySelectorAll("hot-card .mc-own .mc-card").length,
      stored: localStorage.getItem("hot-path:card"),
      focused: document.activeElement?.className,
    }));
    expect(after).toEqual({ cards: 0, stored: null, focused: "mc-words" });
    await says(page, "The card is deleted from this device.");
    expectQuiet(page);
  });

  test.runIf(engine === "chromium")(
    "without JavaScript the recorded card is there, and no control that would do nothing",
    async () => {
      const page = await open(pages.machine, { javaScript: false });
      expect(await page.sees("hot-card .mc-recorded .mc-card svg"), "no recorded card").toBe(true);
      expect(await page.sees("hot-card .mc-delete")).toBe(false);
    },
  );
});

/** Waits until the words about the card begin like this. */
async function says(page: Page, words: string): Promise<void> {
  await page.waitFor(
    `the words “${words}”`,
    (beginning: string) => document.querySelector(".mc-words")?.textContent?.startsWith(beginning),
    START_MS,
    words,
  );
}

async function recordOf(page: Page, selector: string): Promise<NotebookRecord> {
  const text = await page.evaluate((wanted: string) => {
    const element = document.querySelector<HTMLElement & { results: unknown }>(wanted);
    return JSON.stringify(element?.results ?? null);
  }, selector);
  return JSON.parse(text);
}
