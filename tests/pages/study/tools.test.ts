import { expect, test } from "vitest";
import type { Page } from "../../../src/notebook/browsers/index.ts";
import { violationsOf } from "../../book/axe.ts";
import { book, expectQuiet, inEveryEngine, pages } from "../../book/page.ts";
import { choose, click, says, shows, studyPages, tab } from "./pages.ts";

const chapter = `${studyPages.review}?chapter=cpu/branches`;
const front = (page: Page) =>
  page.evaluate<string, []>(() => document.querySelector(".hp-front")?.textContent ?? "");

inEveryEngine((open, engine) => {
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

  test("without JavaScript every card, quiz and question can be read, and no control is there that cannot work", async () => {
    const page = await open(studyPages.review, { javaScript: false });
    const seen: Record<string, string> = {
      review: ".hp-card summary",
      quizzes: "#cpu-branches-quiz-sort-first summary",
      questions: "#cpu-branches-question-speed summary",
      paths: "#\\37 -days",
    };
    for (const [name, selector] of Object.entries(seen)) {
      await page.goto(book + studyPages[name as keyof typeof studyPages]);
      expect(await page.sees(selector), `${name}: ${selector}`).toBe(true);
      for (const control of [".hp-session", ".hp-act", "select", "hot-mark"])
        expect(await page.sees(`main ${control}`), `${name}: ${control}`).toBe(false);
    }
  });

  test("quizzes that were missed in a chapter can be gone through, and marked there as known; questions can be had by their level", async () => {
    const page = await open(pages.chapter);
    await shows(page, "hot-mark:defined");
    await click(page, '#quiz-profile-loses [value="no"]');
    await click(page, "#quiz-short-loop [data-option]:not([data-right]) summary");
    const quizzes = await tab(page, studyPages.quizzes);
    await says(quizzes, ".hp-left", " quizzes.");
    await shows(quizzes, '[data-item="cpu/branches#quiz-profile-loses"][data-state="missed"]');
    await choose(quizzes, "state", "missed");
    await says(quizzes, ".hp-left", "2 of ");
    await click(quizzes, '#cpu-branches-quiz-profile-loses [value="yes"]');
    await shows(page, '#quiz-profile-loses [value="yes"][aria-pressed="true"]');

    await quizzes.goto(book + studyPages.questions);
    await choose(quizzes, "level", "staff");
    await says(quizzes, ".hp-left", " of ");
    expect(await quizzes.sees("#cpu-branches-question-speed")).toBe(false);
    await choose(quizzes, "level", "mid");
    expect(await quizzes.sees("#cpu-branches-question-speed")).toBe(true);
    await quizzes.close();
  });

  test("the reader follows one path at a time, and is told what comes next on it; planned chapters are no links", async () => {
    const page = await open(studyPages.paths);
    await shows(page, "hot-paths:defined");
    await click(page, '[data-item="study/paths#7-days"] button');
    await says(page, ".hp-left", "You follow “Seven days”. Next: Pipelines");
    await click(page, '[data-item="study/paths#backend"] button');
    await shows(page, '[data-item="study/paths#7-days"] button[aria-pressed="false"]');
    await says(page, ".hp-left", "You follow “Backend”, and have read all of it that is written.");
    const planned = await page.evaluate("document.querySelectorAll('.hp-planned a, a .hp-planned').length");
    expect(planned).toBe(0);
  });

  test("an interview goes on after the page was closed, with its notes and its clock, and its score is kept", async () => {
    const page = await open(studyPages.interview);
    await shows(page, "hot-interview:defined");
    await choose(page, "level", "mid");
    await click(page, '[data-action="draw"]');
    await says(page, ".hp-front", "?");
    expect(await page.evaluate("document.activeElement.className")).toContain("hp-front");
    await page.waitFor(
      "a second gone",
      () => document.querySelector(".hp-clock")?.textContent === "9:59",
      5000,
    );
    await click(page, '[data-action="pause"]');
    await says(page, '[data-action="pause"]', "Let it run");
    await page.click("textarea");
    await page.type("tent");

    const later = await tab(page, studyPages.interview);
    await says(later, ".hp-left", "You were in the middle of this one.");
    const seen = await later.evaluate<string[], []>(() => [
      document.querySelector("textarea")?.value ?? "",
      document.querySelector(".hp-clock")?.textContent ?? "",
    ]);
    expect(seen[0]).toBe("tent");
    expect(seen[1]).toMatch(/^9:5\d$/);
    expect(await later.sees(".hp-back")).toBe(false);
    await click(later, '[data-action="show"]');
    await says(later, ".hp-back", "The common wrong answer");
    for (const [i, name] of ["answer", "mechanism", "numbers", "costs", "evidence"].entries())
      await click(later, `input[name="${name}"][value="${i % 3}"]`);
    await click(later, '[data-action="save"]');
    await says(
      later,
      ".hp-left",
      "4 of 15 points. This level expects more of: answers the question; explains the mechanism;",
    );
    await says(later, ".hp-earlier", "tent");
    await later.close();
    await says(page, ".hp-earlier", "4 of 15 points.");
    expectQuiet(page);
  });

  test("every study page fits a phone, and its script starts", async () => {
    const page = await open(studyPages.index, { width: 360, height: 740 });
    for (const path of Object.values(studyPages)) {
      await page.goto(book + path);
      const [inner, scroll] = await page.evaluate<number[], []>(() => [
        document.documentElement.clientWidth,
        document.documentElement.scrollWidth,
      ]);
      expect(scroll, path).toBeLessThanOrEqual(inner);
      if (path !== studyPages.index) await shows(page, ".hp-study:defined");
    }
    // other errors are of scripts whose loading the next page has cut off
    expect(page.cspViolations()).toEqual([]);
  });

  // what axe looks at is the same in every engine
  test.runIf(engine === "chromium")("axe finds nothing on any study page, in either theme", async () => {
    const page = await open(studyPages.index);
    for (const path of Object.values(studyPages)) {
      await page.goto(book + path);
      for (const theme of ["light", "dark"]) {
        await page.evaluate((t: string) => {
          document.documentElement.dataset.theme = t;
        }, theme);
        expect(await violationsOf(page), `${path}, ${theme}`).toBe("");
      }
    }
  });
});
