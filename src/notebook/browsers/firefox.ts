import puppeteer, { type Browser as PuppeteerBrowser } from "puppeteer-core";
import { pageOf } from "./page.ts";
import { puppeteerTab } from "./puppeteer-tab.ts";
import type { Browser, PageOptions } from "./types.ts";

/** How long a Firefox that lost its connection may take to end before it is killed. */
const CLOSE_MS = 3_000;

/**
 * Starts Firefox without a window, driven over WebDriver BiDi. BiDi of Firefox ESR cannot switch scripts off or choose
 * the colour scheme; preferences can, for a whole process: pages that differ in them come from different processes.
 */
export async function launchFirefox(executablePath: string, home: string): Promise<Browser> {
  const processes = new Map<string, Promise<PuppeteerBrowser>>();

  function processFor({ javaScript = true, colorScheme = "light" }: PageOptions): Promise<PuppeteerBrowser> {
    const key = `${javaScript} ${colorScheme}`;
    const started =
      processes.get(key) ??
      puppeteer.launch({
        browser: "firefox",
        executablePath,
        headless: true,
        env: { ...process.env, HOME: home },
        extraPrefsFirefox: {
          "javascript.enabled": javaScript,
          "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
        },
      });
    processes.set(key, started);
    return started;
  }

  // Puppeteer ends every other one of several browsers when its own process is ended: its list shrinks while it goes through it.
  const killAll = () => {
    for (const started of processes.values())
      started.then((browser) => browser.process()?.kill("SIGKILL")).catch(() => {});
  };
  process.once("SIGTERM", killAll);

  const version = (await (await processFor({})).version()).replace(/^.*\//, "");

  return {
    engine: "firefox",
    version,
    newPage: async (options = {}) => {
      const context = await (await processFor(options)).createBrowserContext();
      const tab = await puppeteerTab(context, options, async () => {});
      return pageOf(tab, () => context.close());
    },
    close: async () => {
      process.off("SIGTERM", killAll);
      await Promise.all([...processes.values()].map(async (started) => end(await started)));
    },
  };
}

async function end(browser: PuppeteerBrowser): Promise<void> {
  const timer = setTimeout(() => browser.process()?.kill("SIGKILL"), CLOSE_MS);
  await browser.close().catch(() => {});
  clearTimeout(timer);
}
