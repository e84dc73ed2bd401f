import { setTimeout as sleep } from "node:timers/promises";
import type { RecordingProxy } from "./recording-proxy.ts";
import type { Tab } from "./types.ts";
import type { Session } from "./webdriver.ts";

/** A window obeys a moment after it was told; this is for a busy machine. */
const SETTLE_MS = 5_000;

export interface Size {
  /** CSS pixels of the viewport */
  width: number;
  height: number;
}

/** A window of MiniBrowser as a tab. Commands go to the session's current window, so each one names its window first. */
export async function webKitTab(
  session: Session,
  handle: string,
  size: Size,
  proxy: RecordingProxy,
): Promise<Tab> {
  const here = <T>(act: () => Promise<T>): Promise<T> => session.inWindow(handle, act);
  // a window gets the keyboard a moment after it has opened, and keys that come earlier are lost
  const hasKeyboard = () => until(async () => (await tab.run("document.hasFocus()")) === true);
  const tab: Tab = {
    goto: async (url) => {
      await here(() => session.navigate(url));
      return proxy.statusOf(url);
    },
    run: (expression) => here(() => session.run(expression)),
    clickOn: (selector) => here(() => session.clickOn(selector)),
    press: async (keys) => {
      await hasKeyboard();
      await here(() => session.press(keys));
    },
    type: async (text) => {
      await hasKeyboard();
      for (const key of text) await here(() => session.press([key]));
    },
    screenshot: async () => Buffer.from(await here(() => session.screenshot()), "base64"),
    // A new tab of MiniBrowser opens behind, no command brings one to the front, and windows do not cover each other.
    hide: async () => void (await here(() => session.minimise())),
    show: () => fitWindow(tab, session, here, size),
    newTab: async () => webKitTab(session, (await session.newWindow()).handle, size, proxy),
    close: async () => void (await here(() => session.closeWindow())),
    log: proxy.log,
  };
  await fitWindow(tab, session, here, size);
  return tab;
}

/** The driver sizes the window, toolbar included; the page asked for a viewport. */
async function fitWindow(
  tab: Tab,
  session: Session,
  here: <T>(act: () => Promise<T>) => Promise<T>,
  { width, height }: Size,
): Promise<void> {
  const seen = async () => (await tab.run("[innerWidth, innerHeight]")) as [number, number];
  await here(() => session.resize(width, height));
  await until(async () => (await seen())[0] === width);
  const toolbar = height - (await seen())[1];
  await here(() => session.resize(width, height + toolbar));
  await until(async () => (await seen())[1] === height);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + SETTLE_MS; performance.now() < end; await sleep(20)) {
    if (await condition()) return;
  }
}
