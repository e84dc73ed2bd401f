import { expect, test } from "vitest";
import type { Page } from "../../../src/notebook/browsers/index.ts";
import { expectQuiet, inEveryEngine } from "../page.ts";
import { says, studyPages, tab } from "./pages.ts";

const chapter = `${studyPages.review}?chapter=cpu/branches`;
const front = (page: Page) =>
  page.evaluate<string, []>(() => document.querySelector(".hp-front")?.textContent ?? "");

inEveryEngine((open) => {
  test("cards are reviewed by keyboard alone, a grade can be taken back, and the schedule is there the next time", async () => {
    const page = await open(chapter);
    await says(page, ".hp-left", "7 new cards.");
    const first = await front(page);
    await page.press("3");
    expect(await front(page), "no grade before the answer was shown").toBe(first);
    await page.press(" ");
    await says(page, ".hp-back", "discarded");
    expect(await page.evaluate("document.activeElement.className")).toBe("hp-back");
    await page.press("4");
    await says(page, ".hp-left", "6 new cards.");
    const second = await front(page);
    expect(second).not.toBe(first);
    await page.press(" ");
    await page.press("1");
    await says(page, ".hp-left", "5 new cards.");
    await page.press("u");
    await says(page, ".hp-left", "6 new cards.");
    expect(await front(page), "the card whose grade was taken back").toBe(second);

    const later = await tab(page, chapter);
    await says(later, ".hp-left", "6 new cards.");
    await later.close();
    expectQuiet(page);
  });

  test("without JavaScript every card can be read", async () => {
    const page = await open(studyPages.review, { javaScript: false });
    expect(await page.sees(".hp-session")).toBe(false);
    expect(await page.sees(".hp-card summary")).toBe(true);
  });
});
