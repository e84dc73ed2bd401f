/** How the browser tests change code, in this file alone. */
import type { Page } from "../../src/notebook/browsers/index.ts";
import { press, START_MS } from "./page.ts";

export const fixture = "fixtures/editable/";
export const editable = 'hot-notebook[notebook="fixtures/editable"]';

/** Code of a cell, as a selector. */
export function cellOf(notebook: string, cell: number): string {
  return `${notebook} [data-source="${cell}"]`;
}

/** Presses Edit and waits for the editors. */
export async function openEditors(page: Page, notebook: string): Promise<void> {
  await press(page, notebook, "Edit");
  await page.waitFor(
    "the editors",
    (selector: string) => document.querySelector(`${selector} .nb-editor:not([hidden]) .cm-content`) !== null,
    START_MS,
    notebook,
  );
}

/** Puts other text into a cell's editor, by keys. */
export async function typeInto(page: Page, notebook: string, cell: number, text: string): Promise<void> {
  await selectAll(page, notebook, cell);
  // WebKitGTK types no line end
  for (const [i, line] of text.split("\n").entries()) {
    if (i > 0) await page.press("Enter");
    await page.type(line);
  }
}

/** The same a line at a time, as an input method does it, which is faster. */
export async function pasteInto(page: Page, notebook: string, cell: number, text: string): Promise<void> {
  await selectAll(page, notebook, cell);
  for (const [i, line] of text.split("\n").entries()) {
    if (i > 0) await page.press("Enter");
    await page.evaluate((inserted: string) => document.execCommand("insertText", false, inserted), line);
  }
}

async function selectAll(page: Page, notebook: string, cell: number): Promise<void> {
  await focusEditor(page, notebook, cell);
  await page.press("Control+a");
}

/** Clicks into an editor, in the middle of the screen: WebKitGTK's driver scrolls too little on a small one. */
export async function focusEditor(page: Page, notebook: string, cell: number): Promise<void> {
  const content = `${cellOf(notebook, cell)} .nb-editor .cm-content`;
  await page.evaluate((selector: string) => {
    document.querySelector(selector)?.scrollIntoView({ block: "center", behavior: "instant" });
  }, content);
  await page.click(content);
}

/** Text of a cell as the reader sees it. */
export function codeOf(page: Page, notebook: string, cell: number): Promise<string> {
  return page.evaluate(
    (selector: string) => {
      const places = [
        ...document.querySelectorAll<HTMLElement>(
          `${selector} :is(.cm-content, .nb-code, .expressive-code pre)`,
        ),
      ];
      const seen = places.find((place) => place.checkVisibility());
      const lines = seen?.querySelectorAll(".cm-line, .ec-line");
      return lines?.length
        ? [...lines].map((line) => line.textContent?.replace(/\n$/, "")).join("\n")
        : (seen?.textContent ?? "");
    },
    cellOf(notebook, cell),
  );
}

/** What the page says at elements, white space made plain. */
export function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (found: string) =>
      [...document.querySelectorAll<HTMLElement>(found)]
        .filter((element) => element.checkVisibility())
        .map((element) => (element.textContent ?? "").replace(/\s+/g, " ").trim()),
    selector,
  );
}
