/** The part of W3C WebDriver that the tests need, over fetch. https://www.w3.org/TR/webdriver2/ */

import { setTimeout as sleep } from "node:timers/promises";

/** Key under which WebDriver hands out elements. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
/** Code points that WebDriver gives to keys without a character. */
const KEYS: Record<string, string> = {
  Control: "\uE009",
  Shift: "\uE008",
  Alt: "\uE00A",
  Meta: "\uE03D",
  Enter: "\uE007",
  Escape: "\uE00C",
  Tab: "\uE004",
  Backspace: "\uE003",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  ArrowUp: "\uE013",
  PageDown: "\uE00F",
  Home: "\uE011",
  End: "\uE010",
};
const READY_MS = 10_000;

export type Session = Awaited<ReturnType<typeof createSession>>;

/** Opens a session at a driver that listens on `port`, as soon as it listens. Rejects with the driver's own message. */
export async function createSession(port: number, capabilities: Record<string, unknown>) {
  const root = `http://127.0.0.1:${port}`;

  async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(root + path, { method, body: body ? JSON.stringify(body) : undefined });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  for (const end = performance.now() + READY_MS; ; await sleep(20)) {
    if (await fetch(`${root}/status`).catch(() => null)) break;
    if (performance.now() > end)
      throw new Error(`WebDriver on port ${port} did not answer in ${READY_MS} ms`);
  }
  const { sessionId } = await send<{ sessionId: string }>("POST", "/session", {
    capabilities: { alwaysMatch: capabilities },
  });
  const session = `/session/${sessionId}`;

  let last: Promise<unknown> = Promise.resolve();

  return {
    navigate: (url: string) => send<null>("POST", `${session}/url`, { url }),
    /** The value travels as percent-encoded JSON: WebKitWebDriver cannot parse every string that a script returns. */
    async run(expression: string): Promise<unknown> {
      const script = `const tell = arguments[0];
        const pack = (value) => encodeURIComponent(JSON.stringify(value));
        Promise.resolve().then(() => (${expression})).then(
          (value) => tell(pack({ value })),
          (error) => tell(pack({ error: error + "\\n" + (error?.stack ?? "") })));`;
      const packed = await send<string>("POST", `${session}/execute/async`, { script, args: [] });
      const { value, error } = JSON.parse(decodeURIComponent(packed));
      if (error !== undefined) throw new Error(error);
      return value;
    },
    async clickOn(selector: string): Promise<void> {
      const element = await send<Record<string, string>>("POST", `${session}/element`, {
        using: "css selector",
        value: selector,
      });
      await send("POST", `${session}/element/${element[ELEMENT]}/click`, {});
    },
    press(keys: string[]): Promise<null> {
      const values = keys.map((key) => KEYS[key] ?? key);
      const actions = [
        ...values.map((value) => ({ type: "keyDown", value })),
        ...values.toReversed().map((value) => ({ type: "keyUp", value })),
      ];
      return send("POST", `${session}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    screenshot: () => send<string>("GET", `${session}/screenshot`),
    resize: (width: number, height: number) =>
      send("POST", `${session}/window/rect`, { x: 0, y: 0, width, height }),
    handle: () => send<string>("GET", `${session}/window`),
    /** Makes a window the current one for the length of `act`; calls wait for each other. */
    inWindow<T>(handle: string, act: () => Promise<T>): Promise<T> {
      const turn = last.then(() => send("POST", `${session}/window`, { handle })).then(act);
      last = turn.catch(() => {});
      return turn;
    },
    minimise: () => send("POST", `${session}/window/minimize`, {}),
    newWindow: () => send<{ handle: string }>("POST", `${session}/window/new`, { type: "window" }),
    closeWindow: () => send<string[]>("DELETE", `${session}/window`),
    end: () => send<null>("DELETE", session),
  };
}
