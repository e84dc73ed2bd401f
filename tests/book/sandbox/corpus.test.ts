import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, launch, type Page } from "../../../src/notebook/browsers/index.ts";
import type { Attempt, AttemptOptions } from "../../fixtures/sandbox-page.ts";
import { book, present, START_MS } from "../page.ts";
import { FIRST_CELL, hostileCells, workerScript } from "./corpus.ts";
import { anything, type Hostile } from "./hostile.ts";
import { watchedServer } from "./server.ts";
import { store, stored } from "./stored.ts";

/** ms after which Stop is pressed: by then a cell that goes on for ever does. */
const STOP_MS = 150;
/** ms from the press of Stop to the end, at most. */
const END_MS = 1000;
/** Ticks in a second of a page that is not frozen. */
const TICKS = 30;
/** ms: over a shorter time a number of ticks says little. */
const TICKING_MS = 150;
/** ms for cells that end by themselves. */
const PATIENT_MS = 10_000;
/** Characters of anything that the page shows of a cell. */
const SHORT = 20_000;

const server = await watchedServer();
const cells = hostileCells(server.address);
const script = await workerScript(cells);
afterAll(() => server.close());

type Sandboxed = {
  script: string;
  hotPath: { attempt(script: string, options: AttemptOptions): Promise<Attempt> };
};

/** Whether Stop is pressed: always where it may be what ends the cell. */
function isStopped({ must }: Hostile): boolean {
  return must === "stopped" || must === anything || (must instanceof RegExp && must.test("AbortError: "));
}

async function attempt(page: Page, cell: Hostile): Promise<Attempt> {
  const options: AttemptOptions = {
    cell: FIRST_CELL + cells.indexOf(cell),
    watchdogMs: cell.watchdogMs ?? PATIENT_MS,
    stopMs: isStopped(cell) ? STOP_MS : undefined,
    team: cell.team,
    whole: cell.whole,
  };
  return page.evaluate((o: AttemptOptions) => {
    const { hotPath, script } = window as unknown as Sandboxed;
    return hotPath.attempt(script, o);
  }, options);
}

/** Whether the page was alive meanwhile, and Stop at once what it says. */
const isLively = ({ ms, ticksPerSecond, stoppedMs }: Attempt) =>
  (ms <= TICKING_MS || ticksPerSecond >= TICKS) && (stoppedMs ?? 0) < END_MS;

/** The cell's run. A neighbour on the machine may slow the page down once; a cell that can freeze it does so each time. */
async function run(page: Page, cell: Hostile): Promise<Attempt> {
  for (let tries = 3; ; --tries) {
    const end = await attempt(page, cell);
    if (isLively(end) || tries === 1) return end;
  }
}

/** Every text and every name of a field. */
function textsIn(value: unknown): string[] {
  const texts: string[] = [];
  JSON.stringify(value, (key, field) => {
    texts.push(key);
    if (typeof field === "string") texts.push(field);
    return field;
  });
  return texts;
}

describe.for(present)("a cell in the sandbox (%s)", (engine) => {
  let browser: Browser;
  let page: Page;
  let before: unknown;
  beforeAll(async () => {
    browser = await launch(engine);
    page = await browser.newPage({ serviceWorker: true });
    await page.goto(`${book}fixtures/sandbox/`);
    await page.waitFor("the page to be ready", "window.hotPath !== undefined", START_MS);
    await page.evaluate((text: string) => void Object.assign(window, { script: text }), script);
    await page.evaluate(store);
    before = await page.evaluate(stored);
  });
  afterAll(() => browser?.close());

  test.for(cells)("that $name does no harm", async (cell) => {
    const end = await run(page, cell);
    if (cell.must === "stopped") expect(end.error).toBe("AbortError: The run was stopped.");
    else if (cell.must instanceof RegExp) expect(end.error).toMatch(cell.must);
    else cell.must(end);
    if (end.stoppedMs !== null) expect(end.stoppedMs, "ms from Stop to the end").toBeLessThan(END_MS);
    if (end.ms > TICKING_MS) expect(end.ticksPerSecond, "ticks a second").toBeGreaterThanOrEqual(TICKS);
    expect(end.frames, "frames left").toBe(0);
    const text = textsIn([end.error, end.stack, end.spec, end.run]).join("");
    expect(text.length, "characters to show").toBeLessThan(SHORT);
    expect(text, "characters that cannot be seen").not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(server.hits, "what reached the server").toEqual([]);
  });

  test("has left everything that the site keeps as it was", async () => {
    expect(await page.evaluate(stored)).toEqual(before);
  });
});
