/** What the browser tests know of the pages: addresses, selectors and names, in this file alone. */

import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, inject, onTestFinished } from "vitest";
import type { Engine, Page, PageOptions } from "../../src/notebook/browsers/index.ts";
import { present, useBrowser } from "./browsers.ts";

/** Addresses below the book's root. */
export const pages = {
  home: "",
  part: "cpu/",
  chapter: "cpu/branches/",
  reference: "reference/harness/",
  components: "reference/components/",
  machine: "machine/",
  offline: "offline/",
  missing: "no-such-page/",
};

/** Notebooks of the chapter, as selectors. */
export const notebooks = {
  any: "hot-notebook",
  benchmark: 'hot-notebook[notebook="branches/sorted-vs-random"]',
  simulation: 'hot-notebook[notebook="branches/predictor-lab"]',
};

/** Parts of a notebook, below its selector. Icons are drawings too: a chart is what Plot drew. */
export const parts = { chart: "svg.hp-plot", table: "table", code: "pre" };

export type Control = "Run" | "Stop" | "Edit" | "Reset" | "Share" | "Download" | "Undo reset";

/** Folder of what the compiler writes: nothing of it may be loaded before a click. */
export const COMPILED = "_notebooks/";
/** What a worker's file is called; no benchmark runs without it. */
const WORKER = /_notebooks\/.*worker[^/]*\.js/;

/** A run on two busy cores, the first load of its code included. */
export const RUN_MS = 60_000;
/** Loading the player and its libraries. */
export const START_MS = 15_000;

/** Addresses start here; it ends in a slash. */
export const book = inject("book");

/**
 * Declares the same tests once for each engine of this machine. `open` gives a loaded page in a profile of its own; its path is
 * below the book's root unless it is a whole address.
 */
export function inEveryEngine(
  declare: (open: (path: string, options?: PageOptions) => Promise<Page>, engine: Engine) => void,
): void {
  describe.for(present)("%s", (engine) => {
    const browser = useBrowser(engine);
    declare(async (path, options) => {
      const page = await (await browser()).newPage(options);
      onTestFinished(() => page.close());
      await page.goto(new URL(path, book).href);
      return page;
    }, engine);
  });
}

/** Presses a control of a notebook. */
export function press(page: Page, notebook: string, name: Control): Promise<void> {
  return page.click({ role: "button", name, within: notebook });
}

/** Presses a control by script: a tab in the background gets no mouse. */
export async function pressUnseen(page: Page, notebook: string, name: Control): Promise<void> {
  const pressed = await page.evaluate(
    (selector: string, text: string) => {
      const buttons = [...document.querySelectorAll<HTMLElement>(`${selector} button`)];
      const button = buttons.find((candidate) => candidate.textContent?.trim() === text);
      button?.click();
      return button !== undefined;
    },
    notebook,
    name,
  );
  expect(pressed, `${notebook} should have a button ${name}`).toBe(true);
}

/** State of every notebook that the selector finds. */
export function states(page: Page, notebook: string): Promise<(string | undefined)[]> {
  return page.evaluate(
    (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].map((element) => element.dataset.state),
    notebook,
  );
}

/** Waits for a state. A notebook that ends in another one fails at once, with the sentence that it shows. */
export async function reaches(page: Page, notebook: string, state: string, timeout: number): Promise<void> {
  const seen = await page.waitFor(
    `data-state="${state}" of ${notebook}`,
    (selector: string, wanted: string) => {
      const element = document.querySelector<HTMLElement>(selector);
      const now = element?.dataset.state;
      if (now !== wanted && now !== "error") return null;
      const places = [...(element?.querySelectorAll('[role="status"], [role="alert"], .nb-failure') ?? [])];
      return { now, sentence: places.map((place) => place.textContent?.trim()).join(" ") };
    },
    timeout,
    notebook,
    state,
  );
  expect(seen?.now, `${notebook} says “${seen?.sentence}”. ${page.consoleErrors().join(" | ")}`).toBe(state);
}

/** Text of every cell of every table that the selector finds, row by row. */
export function tablesOf(page: Page, selector: string): Promise<string[][][]> {
  return page.evaluate(
    (tables: string) =>
      [...document.querySelectorAll<HTMLTableElement>(tables)].map((table) =>
        [...table.rows].map((row) =>
          [...row.cells].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()),
        ),
      ),
    selector,
  );
}

/** Whether a worker has been asked for, and so measuring begun, within `timeout` ms. */
export async function startsWorker(page: Page, timeout: number): Promise<boolean> {
  for (const end = performance.now() + timeout; performance.now() < end; await sleep(50)) {
    if (page.requests().some((url) => WORKER.test(url))) return true;
  }
  return false;
}

/** No error, no violation, and no request to another host, from the first byte to now. */
export function expectQuiet(page: Page): void {
  expect(page.cspViolations(), "the Content-Security-Policy refused something").toEqual([]);
  expect(page.consoleErrors(), "the console has errors").toEqual([]);
  const foreign = page
    .requests()
    .filter((url) => /^(http|ws)/.test(url) && !url.startsWith(new URL("/", book).href));
  expect(foreign, "requests to another host").toEqual([]);
}

/** Runs of the machine lock, over all tabs: those that measure, and those that wait for their turn. */
export function turns(page: Page): Promise<{ held: number; pending: number }> {
  return page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return { held: held.length, pending: pending.length };
  });
}

/** Waits until so many runs measure and wait. */
export async function expectTurns(page: Page, held: number, pending: number): Promise<void> {
  let seen = await turns(page);
  for (let i = 0; i < 100 && (seen.held !== held || seen.pending !== pending); ++i) {
    await sleep(START_MS / 100);
    seen = await turns(page);
  }
  expect(seen, "runs that hold the lock of navigator.locks, and that wait for it").toEqual({ held, pending });
}
