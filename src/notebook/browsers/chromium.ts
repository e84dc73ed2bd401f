import puppeteer, { type Page as PuppeteerPage } from "puppeteer-core";
import { pageOf } from "./page.ts";
import { puppeteerTab } from "./puppeteer-tab.ts";
import type { Browser, Log, PageOptions } from "./types.ts";

/**
 * The first: Chromium refuses to run as root otherwise. The second is what readers have and puppeteer turns off: a sandboxed
 * frame has a process of its own, which ends with it. The others: no request of the browser's own.
 */
const ARGUMENTS = [
  "--no-sandbox",
  "--enable-features=IsolateSandboxedIframes",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium without a window. `home` is a folder that it may write to. */
export async function launchChromium(executablePath: string, home: string): Promise<Browser> {
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    args: ARGUMENTS,
    env: { ...process.env, HOME: home },
  });

  async function prepare(page: PuppeteerPage, options: PageOptions, log: Log): Promise<void> {
    await page.setJavaScriptEnabled(options.javaScript ?? true);
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: options.colorScheme ?? "light" },
    ]);
    // The requests of a worker belong to its own target, so the page's events do not tell of them.
    page.on("workercreated", (worker) => {
      worker.client.on("Network.requestWillBeSent", (event) => log.requests.push(event.request.url));
      worker.client.send("Network.enable").catch(() => {});
    });
  }

  return {
    engine: "chromium",
    version: (await browser.version()).replace(/^.*\//, ""),
    newPage: async (options = {}) => {
      const context = await browser.createBrowserContext();
      const tab = await puppeteerTab(context, options, (page, log) => prepare(page, options, log));
      return pageOf(tab, () => context.close());
    },
    close: () => browser.close(),
  };
}
