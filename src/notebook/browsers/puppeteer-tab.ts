/**
 * Chromium and Firefox through puppeteer-core: over CDP the one, over WebDriver BiDi the other.
 * Playwright is not used because it reports every tab as visible, so that "a hidden tab waits" cannot be tested.
 */

import type { BrowserContext, KeyInput, Page as PuppeteerPage } from "puppeteer-core";
import { firstScript } from "./first-script.ts";
import type { Log, PageOptions, Tab } from "./types.ts";

const KEYS: Record<string, KeyInput> = { Control: "Control", Shift: "Shift", Meta: "Meta", Alt: "Alt" };

/** A tab in the given profile. `prepare` does what the engine needs before the first address. */
export async function puppeteerTab(
  context: BrowserContext,
  options: PageOptions,
  prepare: (page: PuppeteerPage, log: Log) => Promise<void>,
): Promise<Tab> {
  const page = await context.newPage();
  const log: Log = { errors: [], requests: [] };
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const { url } = message.location();
    log.errors.push(url ? `${message.text()} (${url})` : message.text());
  });
  page.on("pageerror", (error) => log.errors.push(String(error instanceof Error ? error.message : error)));
  page.on("request", (request) => log.requests.push(request.url()));
  await page.setViewport({ width: options.width ?? 1280, height: options.height ?? 900 });
  await prepare(page, log);
  const first = firstScript(options);
  if (first) await page.evaluateOnNewDocument(first);

  async function press(keys: string[]): Promise<void> {
    const named = keys.map((key) => KEYS[key] ?? (key as KeyInput));
    for (const key of named) await page.keyboard.down(key);
    for (const key of named.toReversed()) await page.keyboard.up(key);
  }

  let cover: PuppeteerPage | null = null;

  return {
    goto: async (url) => (await page.goto(url, { waitUntil: "load" }))?.status() ?? 0,
    run: (expression) => page.evaluate(expression),
    clickOn: (selector) => page.click(selector),
    press,
    type: (text) => page.keyboard.type(text),
    screenshot: () => page.screenshot(),
    hide: async () => {
      cover = await context.newPage();
      await cover.bringToFront();
    },
    show: async () => {
      await cover?.close();
      cover = null;
      await page.bringToFront();
    },
    newTab: () => puppeteerTab(context, options, prepare),
    close: () => page.close(),
    log,
  };
}
