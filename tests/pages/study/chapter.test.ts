import { expect, test } from "vitest";
import { book, expectQuiet, inEveryEngine, pages } from "../../book/page.ts";
import { chooseFile, click, savedBy, says, shows, studyPages, tab } from "./pages.ts";

const predict = "#predict-order";
const quiz = "#quiz-not-the-cache";
const choice = "#quiz-short-loop";

inEveryEngine((open, engine) => {
  test("a number that was committed to is held against the record, and told in other tabs and on the page of predictions", async () => {
    const page = await open(pages.chapter);
    await shows(page, "hot-mark:defined");
    await page.click(`${predict} input`);
    await page.type("0");
    await page.press("Enter");
    await says(page, `${predict} .hp-kept`, "Write a number above zero.");
    await page.press("Backspace");
    await page.type("2");
    await page.press("Enter");
    await says(page, `${predict} .hp-verdict`, "You said 2×. Against what was recorded, ");
    const opened = `${predict} details[open]`;
    expect(await page.sees(opened)).toBe(true);
    expect(await page.evaluate("document.activeElement.className"), "the verdict has the focus").toBe(
      "hp-verdict",
    );

    const other = await tab(page, studyPages.predictions);
    await says(other, '[data-item="cpu/branches#predict-order"] .hp-said', "times too low");
    await says(other, ".hp-skill", "On CPU, 1 number so far: too few to tell.");
    expect(await other.evaluate("document.querySelectorAll('.hp-strip circle').length")).toBe(1);

    await other.goto(book + pages.chapter);
    await says(other, `${predict} .hp-verdict`, "You said 2×.");
    expect(await other.sees(`${predict} form`)).toBe(false);
    await click(other, `${predict} .hp-again`);
    await page.waitFor(
      "the form again in the first tab",
      () => !document.querySelector<HTMLElement>("#predict-order form")?.hidden,
      5000,
    );
    // whoever opens the answer first has nothing left to guess
    await other.waitFor(
      "the focus in the form",
      () => document.activeElement?.matches("#predict-order input"),
      5000,
    );
    await click(other, `${predict} summary`);
    await says(other, `${predict} .hp-kept`, "You have seen the answer");
    expect(await other.sees(`${predict} form`)).toBe(false);
    await other.close();
    expectQuiet(page);
  });

  test("of the options the first one opened counts; marks are set by keyboard, seen in another tab, exported and imported", async () => {
    const page = await open(pages.chapter);
    await shows(page, "hot-mark:defined");
    await click(page, `${choice} [data-option]:nth-of-type(1) summary`);
    await click(page, `${choice} [data-option]:nth-of-type(2) summary`);
    await shows(page, `${choice} [data-option="nothing-once-it-has-learnt-the-loop"][data-chosen]`);
    expect(await page.sees(`${choice} [data-right][data-chosen]`)).toBe(false);

    await click(page, `${quiz} summary`);
    await page.evaluate(
      (button: string) => document.querySelector<HTMLElement>(button)?.focus(),
      `${quiz} [value="no"]`,
    );
    await page.press("Enter");
    await shows(page, `${quiz} [value="no"][aria-pressed="true"]`);

    const data = await tab(page, studyPages.data);
    await says(data, ".hp-count", "2 entries of ");
    const saved = await savedBy(data, '[data-action="export"]');
    expect(JSON.parse(saved)).toMatchObject({
      schema: "hot-path/study",
      entries: [
        { kind: "choice", item: "cpu/branches#quiz-short-loop", right: false },
        { kind: "known", item: "cpu/branches#quiz-not-the-cache", known: false },
      ],
    });

    await click(data, '[data-action="erase"]');
    await click(data, '[data-action="erase-now"]');
    await says(data, ".hp-count", "There are no entries yet.");
    await shows(page, `${quiz} [value="no"][aria-pressed="false"]`);

    await chooseFile(data, "broken.json", saved.replace("choice", "wish"));
    await says(data, ".hp-kept", 'Nothing was imported from broken.json. entries[0].kind is "wish"');
    await chooseFile(data, "study.json", saved);
    await says(data, "[data-preview]", "The file holds 2 entries");
    await click(data, '[data-action="import"]');
    await says(data, ".hp-kept", "Imported: 2 new entries; 0 were here already.");
    await shows(page, `${quiz} [value="no"][aria-pressed="true"]`);
    await data.close();
    expectQuiet(page);
  });

  test("a chapter can be marked as read by hand, at its end and on the page of the progress", async () => {
    const page = await open(pages.chapter);
    await says(page, ".hp-progress", "You have read 0 of 13 sections");
    const progress = await tab(page, studyPages.progress);
    await says(progress, ".hp-said", "0 of 13 sections read");
    await click(progress, 'input[data-item="cpu/branches#measure-it"]');
    await says(page, ".hp-progress", "You have read 1 of 13 sections");
    await click(page, ".hp-progress button");
    await says(page, ".hp-progress", "You have read this chapter.");
    await says(progress, ".hp-said", "13 of 13 sections read, 0 of 1 predictions made, 0 of 7 quizzes known");
    await progress.close();
    await shows(page, '.hp-toc a[href="#sources"][data-read]');
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
      await shows(page, '.hp-toc a[href="#interview"][data-read]');
      await says(page, ".hp-progress", "You have read 1 of ");
    },
  );
});
