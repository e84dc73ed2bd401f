/** `Page` for all three engines, on the few things that each driver can do. */

import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isRendered, mark } from "./locate.ts";
import type { Page, Tab, Target } from "./types.ts";

const POLL_MS = 50;
/** a tab changes its visibility within one frame; this is for a busy machine */
const VISIBILITY_MS = 5_000;

/** Wraps a driver's tab. `dispose` ends what was made for this page alone. */
export function pageOf(tab: Tab, dispose: () => Promise<void> = () => tab.close()): Page {
  function evaluate<T>(script: string | ((...args: never[]) => unknown), ...args: unknown[]): Promise<T> {
    const expression =
      typeof script === "string"
        ? script
        : `(${script})(...${JSON.stringify(args).replaceAll("</", "<\\/")})`;
    return tab.run(expression) as Promise<T>;
  }

  async function waitFor<T>(
    what: string,
    predicate: string | ((...args: never[]) => unknown),
    timeout: number,
    ...args: unknown[]
  ): Promise<T> {
    const end = performance.now() + timeout;
    for (;;) {
      const answer = await evaluate<T>(predicate, ...args);
      if (answer) return answer;
      if (performance.now() > end) throw new Error(`${what}: not within ${timeout} ms. ${told()}`);
      await sleep(POLL_MS);
    }
  }

  function told(): string {
    return tab.log.errors.length
      ? `The console says: ${tab.log.errors.join(" | ")}`
      : "The console is empty.";
  }

  const visibility = (state: string) =>
    waitFor(`a tab that is ${state}`, `document.visibilityState === "${state}"`, VISIBILITY_MS);

  async function click(target: Target): Promise<void> {
    const found = await evaluate<string | null>(mark, target);
    if (found === null)
      throw new Error(`nothing to click: ${JSON.stringify(target)} is not in the page. ${told()}`);
    await tab.clickOn(found);
  }

  return {
    goto: (url) => tab.goto(url),
    evaluate: evaluate as Page["evaluate"],
    waitFor: waitFor as Page["waitFor"],
    click,
    sees: async (target) => {
      const found = await evaluate<string | null>(mark, target);
      return found !== null && (await evaluate<boolean>(isRendered, found));
    },
    press: (key) => tab.press(key === "+" ? [key] : key.split("+")),
    type: (text) => tab.type(text),
    screenshot: async (path) => writeFile(path, await tab.screenshot()),
    hide: async () => {
      await tab.hide();
      await visibility("hidden");
    },
    show: async () => {
      await tab.show();
      await visibility("visible");
    },
    newTab: async () => pageOf(await tab.newTab()),
    consoleErrors: () => [...tab.log.errors],
    cspViolations: () => tab.log.errors.filter((text) => /content.security.policy/i.test(text)),
    requests: () => [...tab.log.requests],
    close: dispose,
  };
}
