/** One small interface for three engines: what the tests and the recorder may ask of a browser. */

export const ENGINES = ["chromium", "firefox", "webkit"] as const;
export type Engine = (typeof ENGINES)[number];

export interface PageOptions {
  /** CSS pixels; 1280 unless given */
  width?: number;
  /** CSS pixels; 900 unless given */
  height?: number;
  /** what `prefers-color-scheme` answers; "light" unless given */
  colorScheme?: "light" | "dark";
  /** false turns the page's own scripts off; `evaluate` goes on working */
  javaScript?: boolean;
  /** true lets the page have a service worker; unless given it sees a browser without, so that nothing loads meanwhile */
  serviceWorker?: boolean;
  /** script that runs in every page before its own, to take away what a browser may lack */
  before?: string;
}

/** An element: a CSS selector, or a role and its accessible name, as a reader who cannot see the page finds it. */
export type Target =
  | string
  | {
      role: "button" | "link" | "checkbox" | "searchbox" | "heading";
      /** compared whole, without regard to case */
      name: string;
      /** selector of the element to look in; the document unless given */
      within?: string;
    };

export interface Page {
  /** Loads an address; gives its HTTP status. Rejects if no answer comes. */
  goto(url: string): Promise<number>;
  /**
   * Runs a function (by its text: it can use its arguments and the page only) or an expression in the page.
   * Arguments and value travel as JSON. With `javaScript: false` it must not return a promise (Firefox).
   */
  evaluate<T, A extends unknown[]>(script: ((...args: A) => T | Promise<T>) | string, ...args: A): Promise<T>;
  /** Scrolls to the element and presses the mouse button on it. Rejects if there is none, or it is hidden. */
  click(target: Target): Promise<void>;
  /** Whether the target exists and is rendered. */
  sees(target: Target): Promise<boolean>;
  /** A key with its modifiers ("/", "Enter", "Control+k"). */
  press(key: string): Promise<void>;
  /** Types text into whatever has the focus. */
  type(text: string): Promise<void>;
  /** Asks every 50 ms until the answer is truthy. `timeout` in ms; the message of the rejection starts with `what`. */
  waitFor<T, A extends unknown[]>(
    what: string,
    predicate: ((...args: A) => T) | string,
    timeout: number,
    ...args: A
  ): Promise<T>;
  /** Writes a PNG of the viewport. */
  screenshot(path: string): Promise<void>;
  /** Hides the page as its reader would: another tab in front, or (WebKitGTK) the window minimised. */
  hide(): Promise<void>;
  /** Makes a hidden page visible again. */
  show(): Promise<void>;
  /** Another tab (WebKitGTK: window) of the same profile: storage and locks are shared. It is visible. */
  newTab(): Promise<Page>;
  /** Text of every console error and uncaught exception so far, violations included. */
  consoleErrors(): string[];
  /** Those of the above that report the Content Security Policy. */
  cspViolations(): string[];
  /** Address of every HTTP request so far, in order, those of workers included; also those that the browser refused. */
  requests(): string[];
  close(): Promise<void>;
}

export interface Browser {
  engine: Engine;
  version: string;
  /** A page in a profile of its own: nothing is shared with other pages. */
  newPage(options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
}

/** What an engine's driver supplies; `page.ts` makes a `Page` of it. */
export interface Tab {
  goto(url: string): Promise<number>;
  /** Value of an expression, awaited if it is a promise. */
  run(expression: string): Promise<unknown>;
  clickOn(selector: string): Promise<void>;
  /** Keys by their DOM names, pressed in order and let go in reverse order. */
  press(keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  screenshot(): Promise<Uint8Array>;
  hide(): Promise<void>;
  show(): Promise<void>;
  newTab(): Promise<Tab>;
  close(): Promise<void>;
  log: Log;
}

export interface Log {
  errors: string[];
  requests: string[];
}
