import { expect, test } from "vitest";
import { inEveryEngine, pages } from "../page.ts";
import { click, says, shows, studyPages, tab } from "./pages.ts";

inEveryEngine((open, engine) => {
  test("a chapter can be marked as read by hand, at its end and on the page of the progress", async () => {
    const page = await open(pages.chapter);
    await says(page, ".hp-progress", "You have read 0 of 13 sections");
    const progress = await tab(page, studyPages.progress);
    await click(progress, 'input[data-item="cpu/branches#measure-it"]');
    await says(page, ".hp-progress", "You have read 1 of 13 sections");
    await click(page, ".hp-progress button");
    await says(page, ".hp-progress", "You have read this chapter.");
    await says(progress, ".hp-said", "13 of 13 sections read, 0 of 1 predictions made, 0 of 7 quizzes known");
    await progress.close();
    await shows(page, 'starlight-toc a[href="#sources"][data-read]');
    expect(page.consoleErrors()).toEqual([]);
  });

  // the clock is the same in every engine
  test.runIf(engine === "chromium")(
    "a section whose end is on the screen long enough becomes read",
    async () => {
      const page = await open(pages.chapter);
      await says(page, ".hp-progress", "You have read 0 of ");
      await page.evaluate(() =>
        document.getElementById("question-speed")?.scrollIntoView({ block: "center", behavior: "instant" }),
      );
      await shows(page, 'starlight-toc a[href="#interview"][data-read]');
      await says(page, ".hp-progress", "You have read 1 of ");
    },
  );
});
