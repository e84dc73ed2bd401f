import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "../../src/notebook/browsers/index.ts";
import { START_MS } from "./page.ts";

/** Waits for what the page loads when it is idle: what looks at the machine for notebooks. */
export async function untilIdle(page: Page): Promise<Page> {
  const needs = await page.evaluate(() => document.querySelector("[data-needs]") !== null);
  const notice = () => page.requests().find((url) => /_astro\/notice\.[^/]*\.js$/.test(url));
  for (const end = performance.now() + START_MS; needs && !notice() && performance.now() < end; )
    await sleep(50);
  // the same module again, with all that it imports
  if (needs) await page.evaluate(`import(${JSON.stringify(notice())}).then(() => true)`);
  return page;
}
