import { expect, test } from "vitest";
import { expectQuiet, inEveryEngine, pages } from "../page.ts";
import { chooseFile, click, savedBy, says, shows, studyPages, tab } from "./pages.ts";

const predict = "#predict-order";
const quiz = "#quiz-not-the-cache";
const choice = "#quiz-short-loop";

inEveryEngine((open) => {
  test("a number that was committed to is held against the record, and is there in another tab", async () => {
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

    const other = await tab(page, pages.chapter);
    await says(other, `${predict} .hp-verdict`, "You said 2×.");
    expect(await other.sees(`${predict} form`)).toBe(false);
    await click(other, `${predict} .hp-again`);
    await page.waitFor(
      "the form again in the first tab",
      () => !document.querySelector<HTMLElement>("#predict-order form")?.hidden,
      5000,
    );
    await other.close();
    expectQuiet(page);
  });

  test("whoever opens the answer first is not asked any more", async () => {
    const page = await open(pages.chapter);
    await shows(page, "hot-mark:defined");
    await page.click(`${predict} summary`);
    await says(page, `${predict} .hp-kept`, "You have seen the answer");
    expect(await page.sees(`${predict} form`)).toBe(false);
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
});
