import type { Page } from "../../src/notebook/browsers/index.ts";
import type { NotebookRecord } from "../../src/notebook/record/record.ts";
import { press, reaches, START_MS } from "./page.ts";

/** What a notebook says of things that this machine lacks; waits for it, since it comes when the page is idle. */
export async function said(page: Page, notebook: string): Promise<string> {
  const text = await page.waitFor(
    `a note in ${notebook}`,
    (selector: string) => {
      const note = document.querySelector<HTMLElement>(`${selector} .nb-note`);
      return note?.hidden === false ? note.textContent : "";
    },
    START_MS,
    notebook,
  );
  return text ?? "";
}

/** The reader's results by experiment, as Download would save them; none before a run. */
export async function resultsOf(page: Page, notebook: string): Promise<NotebookRecord["results"]> {
  // as text: WebDriver BiDi drops objects that a value contains twice
  const text = await page.evaluate(
    (selector: string) => JSON.stringify(Reflect.get(document.querySelector(selector) ?? {}, "results")),
    notebook,
  );
  return (JSON.parse(text) as NotebookRecord | null)?.results ?? {};
}

/** Runs a notebook until a worker has answered, and stops it: enough to know that it can be measured here. */
export async function beginMeasuring(page: Page, notebook: string): Promise<void> {
  await press(page, notebook, "Run");
  await page.waitFor(
    `${notebook} to have an answer of a worker`,
    (selector: string) => /Trying|Measuring/.test(document.querySelector(selector)?.textContent ?? ""),
    START_MS,
    `${notebook} .nb-status`,
  );
  await press(page, notebook, "Stop");
  await reaches(page, notebook, "stopped", START_MS);
}
