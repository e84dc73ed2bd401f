import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "../../../src/notebook/browsers/index.ts";
import { book, START_MS } from "../../book/page.ts";

/** Study pages below the book's root. */
export const studyPages = {
  index: "study/",
  paths: "study/paths/",
  progress: "study/progress/",
  review: "study/review/",
  quizzes: "study/quizzes/",
  questions: "study/questions/",
  interview: "study/interview/",
  predictions: "study/predictions/",
  data: "study/data/",
};

/** Another page in the same profile, as a reader goes on or opens another tab. */
export async function tab(page: Page, path: string): Promise<Page> {
  const other = await page.newTab();
  await other.goto(book + path);
  return other;
}

/** Waits until an element shows a text. */
export async function says(page: Page, selector: string, words: string): Promise<void> {
  await page.waitFor(
    `“${words}” in ${selector}`,
    (where: string, wanted: string) =>
      [...document.querySelectorAll(where)].some((element) => element.textContent?.includes(wanted)),
    START_MS,
    selector,
    words,
  );
}

/** Waits until an element is there. */
export async function shows(page: Page, selector: string): Promise<void> {
  await page.waitFor(selector, (where: string) => document.querySelector(where) !== null, START_MS, selector);
}

/** Presses an element by script, which is quicker than the mouse and works where it is covered. */
export async function click(page: Page, selector: string): Promise<void> {
  await page.evaluate((where: string) => document.querySelector<HTMLElement>(where)?.click(), selector);
  await sleep(0);
}

/** Chooses a file in the first file input of the page. */
export async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    (file: string, content: string) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], file, { type: "application/json" }));
      const input = document.querySelector<HTMLInputElement>('input[type="file"]');
      if (!input) throw new Error("the page has no file input");
      input.files = chosen.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    name,
    text,
  );
}

/** Presses a button and gives the text of the file that it offers. */
export async function savedBy(page: Page, selector: string): Promise<string> {
  await page.evaluate(() => {
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => {
        document.documentElement.dataset.saved = text;
      });
      return "#saved";
    };
  });
  await click(page, selector);
  return page.waitFor(
    "the saved file",
    () => document.documentElement.dataset.saved,
    START_MS,
  ) as Promise<string>;
}

/** Chooses a value of a select by its name. */
export const choose = (page: Page, name: string, value: string) =>
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
