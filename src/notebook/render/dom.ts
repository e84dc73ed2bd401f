import { JSDOM } from "jsdom";

/**
 * Makes the globals of a page that cells, charts and inputs use available in this process, once: `document`, `window`
 * and the constructors that Node lacks. jsdom lays nothing out: widths are zero, and cells must not depend on them for
 * their first rendering.
 */
export function installDom(): void {
  if (typeof document !== "undefined") return;
  const { window } = new JSDOM("<!doctype html><html><body></body></html>");
  const page = window as unknown as Record<string, unknown>;
  const target = globalThis as unknown as Record<string, unknown>;
  const events = ["Event", "CustomEvent", "EventTarget"];
  for (const name of Object.getOwnPropertyNames(window)) {
    if (/^[A-Z]/.test(name) && (!(name in target) || events.includes(name))) target[name] = page[name];
  }
  target.window = window;
  target.document = window.document;
}
