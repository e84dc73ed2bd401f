/** Starts a browser that was found on this machine. See `types.ts` for what it can do. */

import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium } from "./chromium.ts";
import { advice, type Found, findBrowsers } from "./find.ts";
import { launchFirefox } from "./firefox.ts";
import type { Browser, Engine } from "./types.ts";
import { launchWebKit, type WebKitOptions } from "./webkit.ts";

export { advice, findBrowsers, missing } from "./find.ts";
export { provideBrowsers } from "./install.ts";
export * from "./types.ts";

/**
 * Launches an engine with an empty home folder of its own, which goes when it is closed or this process ends. Rejects with what to
 * install if it is not there.
 */
export async function launch(engine: Engine, options: { webkit?: WebKitOptions } = {}): Promise<Browser> {
  const found = findBrowsers();
  if (found[engine] === null) throw new Error(advice(engine));
  const home = await mkdtemp(join(tmpdir(), `hot-path-${engine}-`));
  const browser = await start(found, engine, home, options.webkit);
  const removeHome = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  process.once("exit", removeHome);
  return {
    ...browser,
    close: async () => {
      await browser.close();
      process.off("exit", removeHome);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function start(found: Found, engine: Engine, home: string, webkit?: WebKitOptions): Promise<Browser> {
  if (engine === "chromium") return launchChromium(found.chromium as string, home);
  if (engine === "firefox") return launchFirefox(found.firefox as string, home);
  return launchWebKit(found.webkit as NonNullable<Found["webkit"]>, home, webkit);
}
