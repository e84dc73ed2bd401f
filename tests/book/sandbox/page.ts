import { afterAll, beforeAll, describe } from "vitest";
import type { Engine, Page } from "../../../src/notebook/browsers/index.ts";
import type { Attempt, AttemptOptions, Heard } from "../../fixtures/sandbox-page.ts";
import { present, useBrowser } from "../browsers.ts";
import { book, START_MS } from "../page.ts";
import { FIRST_CELL, workerScript } from "./corpus.ts";
import type { Hostile } from "./hostile.ts";
import { store, stored } from "./stored.ts";

type Cell = Pick<Hostile, "before" | "spec" | "team" | "whole" | "watchdogMs">;

/** A page with a sandbox, loaded once for all tests of an engine. */
export interface SandboxPage {
  engine: Engine;
  /** Runs one of the cells. @param stopMs when Stop is pressed; never unless given */
  attempt(cell: Cell, watchdogMs: number, stopMs?: number): Promise<Attempt>;
  /** Runs a script in a worker of the frame, without lockdown and harness; listens for `ms`, or until it says `until`. */
  listen(script: string, ms: number, until?: string): Promise<Heard>;
  /** What the site keeps on the device, as it was before anything ran, and now. */
  kept(): Promise<{ before: unknown; now: unknown }>;
}

interface Offered {
  script: string;
  hotPath: {
    attempt(script: string, options: AttemptOptions): Promise<Attempt>;
    listen(script: string, ms: number, until?: string): Promise<Heard>;
  };
}

/** Declares tests once for each engine of this machine, on a page whose sandbox has these cells. */
export async function onSandboxPage(
  what: string,
  cells: readonly Cell[],
  declare: (sandbox: SandboxPage) => void,
): Promise<void> {
  const script = await workerScript(cells);
  describe.for(present)(`${what} (%s)`, (engine) => {
    const browser = useBrowser(engine);
    let page: Page;
    let before: unknown;
    beforeAll(async () => {
      page = await (await browser()).newPage({ serviceWorker: true });
      await page.goto(`${book}fixtures/sandbox/`);
      await page.waitFor("the page to be ready", "window.hotPath !== undefined", START_MS);
      await page.evaluate((text: string) => void Object.assign(window, { script: text }), script);
      await page.evaluate(store);
      before = await page.evaluate(stored);
    });
    afterAll(() => page?.close());
    declare({
      engine,
      attempt: (cell, watchdogMs, stopMs) => {
        const { team, whole } = cell;
        const options: AttemptOptions = {
          cell: FIRST_CELL + cells.indexOf(cell),
          watchdogMs,
          stopMs,
          team,
          whole,
        };
        return page.evaluate((all: AttemptOptions) => {
          const { hotPath, script } = window as unknown as Offered;
          return hotPath.attempt(script, all);
        }, options);
      },
      listen: (script, ms, until) =>
        page.evaluate(
          (text: string, time: number, end?: string) =>
            (window as unknown as Offered).hotPath.listen(text, time, end),
          ...([script, ms, until] as const),
        ),
      kept: async () => ({ before, now: await page.evaluate(stored) }),
    });
  });
}
