import { expect, test } from "vitest";
import type { Page } from "../../../src/notebook/browsers/index.ts";
import { inEveryEngine, pages } from "../page.ts";
import { click, says, shows, studyPages, tab } from "./pages.ts";

const choose = (page: Page, name: string, value: string) =>
  page.evaluate(
    (select: string, wanted: string) => {
      const element = document.querySelector<HTMLSelectElement>(`select[name="${select}"]`);
      if (!element) throw new Error(`no select ${select}`);
      element.value = wanted;
      element.dispatchEvent(new Event("change", { bubbles: true }));
    },
    name,
    value,
  );

inEveryEngine((open) => {
  test("quizzes that were missed in a chapter can be gone through, and marked there as known", async () => {
    const page = await open(pages.chapter);
    await shows(page, "hot-mark:defined");
    await click(page, '#quiz-profile-loses [value="no"]');
    await click(page, "#quiz-short-loop [data-option]:not([data-right]) summary");
    const quizzes = await tab(page, studyPages.quizzes);
    await says(quizzes, ".hp-left", "7 quizzes.");
    await shows(quizzes, '[data-item="cpu/branches#quiz-profile-loses"][data-state="missed"]');
    await choose(quizzes, "state", "missed");
    await says(quizzes, ".hp-left", "2 of 7 quizzes.");
    await click(quizzes, '#cpu-branches-quiz-profile-loses [value="yes"]');
    await shows(page, '#quiz-profile-loses [value="yes"][aria-pressed="true"]');
    await quizzes.close();
  });

  test("questions are there by level, and without JavaScript with all of their answers", async () => {
    const page = await open(studyPages.questions);
    await choose(page, "level", "staff");
    await says(page, ".hp-left", "0 of 1 question.");
    await choose(page, "level", "mid");
    await says(page, ".hp-left", "1 question.");
    const still = await open(studyPages.questions, { javaScript: false });
    expect(await still.sees("#cpu-branches-question-speed summary")).toBe(true);
    expect(await still.sees("select")).toBe(false);
  });
});
