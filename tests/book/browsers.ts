/**
 * The browsers of the tests. Chromium and Firefox are started once for all files of a run, which share one process
 * (`isolate: false`); pages still have a profile of their own. WebKitGTK starts at once, and all its windows share one keyboard: each
 * file has its own.
 */

import { afterAll, beforeAll } from "vitest";
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

/** Started by whoever asks first, ended with the process. */
const shared = new Map<Engine, Promise<Browser>>();

/** In a group of tests: gives the browser of an engine, started before the first of them. Rejects as `launch` does. */
export function useBrowser(engine: Engine): () => Promise<Browser> {
  let own: Promise<Browser> | undefined;
  const browser = () => {
    const known = engine === "webkit" ? own : shared.get(engine);
    const running = known ?? launch(engine);
    if (engine === "webkit") own = running;
    else shared.set(engine, running);
    return running;
  };
  // a cold start takes longer than a test should wait
  beforeAll(async () => void (await browser()));
  afterAll(async () => (await own)?.close());
  return browser;
}
