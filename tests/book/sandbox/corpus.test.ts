import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import type { Attempt } from "../../fixtures/sandbox-page.ts";
import { processorSeconds, tellsProcesses } from "./busy.ts";
import { webAssemblyLoop } from "./cells/endless.ts";
import { hostileCells } from "./corpus.ts";
import { anything, type Hostile } from "./hostile.ts";
import { onSandboxPage } from "./page.ts";
import { watchedServer } from "./server.ts";

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
/** Characters of all that the page shows of a cell. */
const SHORT = 20_000;

const server = await watchedServer();
afterAll(() => server.close());
const cells = [...hostileCells(server.address), webAssemblyLoop];

/** Stop is pressed wherever it may be what ends the cell. */
function isStopped({ must }: Hostile): boolean {
  return must === "stopped" || must === anything || (must instanceof RegExp && must.test("AbortError: "));
}

/** Whether the page was alive meanwhile, and Stop was what it says. */
function isLively({ ms, ticksPerSecond, stoppedMs }: Attempt): boolean {
  return (ms <= TICKING_MS || ticksPerSecond >= TICKS) && (stoppedMs ?? 0) < END_MS;
}

/** Every text and every name of a field. */
function textIn(value: unknown): string {
  const texts: string[] = [];
  JSON.stringify(value, (key, field) => {
    texts.push(key);
    if (typeof field === "string") texts.push(field);
    return field;
  });
  return texts.join("");
}

await onSandboxPage("a cell in the sandbox", cells, ({ attempt, kept }) => {
  /** A neighbour on the machine may slow the page down once; a cell that can freeze it does so each time. */
  async function run(cell: Hostile): Promise<Attempt> {
    for (let tries = 3; ; --tries) {
      const end = await attempt(cell, cell.watchdogMs ?? PATIENT_MS, isStopped(cell) ? STOP_MS : undefined);
      if (isLively(end) || tries === 1) return end;
    }
  }

  async function check(cell: Hostile): Promise<void> {
    const end = await run(cell);
    if (cell.must === "stopped") expect(end.error).toBe("AbortError: The run was stopped.");
    else if (cell.must instanceof RegExp) expect(end.error).toMatch(cell.must);
    else cell.must(end);
    if (end.stoppedMs !== null) expect(end.stoppedMs, "ms from Stop to the end").toBeLessThan(END_MS);
    if (end.ms > TICKING_MS) expect(end.ticksPerSecond, "ticks a second").toBeGreaterThanOrEqual(TICKS);
    expect(end.frames, "frames left").toBe(0);
    const text = textIn([end.error, end.stack, end.spec, end.run]);
    expect(text.length, "characters to show").toBeLessThan(SHORT);
    expect(text, "characters that cannot be seen").not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(server.hits, "what reached the server").toEqual([]);
  }

  test.for(cells.slice(0, -1))("that $name does no harm", check);

  test("has changed nothing that the site keeps", async () => {
    const { before, now } = await kept();
    expect(now).toEqual(before);
  });

  test.skipIf(!tellsProcesses)("leaves nothing that goes on computing a second after Stop", async () => {
    await check(cells[0]);
    await sleep(END_MS);
    const before = processorSeconds();
    await sleep(END_MS);
    expect(processorSeconds() - before, "seconds of processor time in one second").toBeLessThan(0.5);
  });

  test(`that ${webAssemblyLoop.name} does no harm`, () => check(webAssemblyLoop));
});
