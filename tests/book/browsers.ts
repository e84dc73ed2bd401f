/**
 * The browsers of the tests: each engine is started once for all files of a run, which share one process (`isolate: false`). Pages
 * still have a profile of their own.
 */

import {
  type Browser,
  ENGINES,
  type Engine,
  findBrowsers,
  launch,
  missing,
} from "../../src/notebook/browsers/index.ts";

const absent = missing(findBrowsers());
/** `run.ts` tests each engine in a process of its own, and names it here. */
const asked = process.env.HOT_PATH_ENGINE;

/** The engines of this machine that are to be tested. */
export const present = ENGINES.filter(
  (engine) => !absent.includes(engine) && (asked === undefined || asked === engine),
);

const started = new Map<Engine, Promise<Browser>>();

/** The browser of an engine, started by whoever asks first. It ends with the process. Rejects as `launch` does. */
export function browserOf(engine: Engine): Promise<Browser> {
  const browser = started.get(engine) ?? launch(engine);
  started.set(engine, browser);
  return browser;
}
