/**
 * Where edited and shared code runs. Nobody has read that code: it may be wrong, and it may mean ill.
 *
 *     page            frame, opaque origin         worker, one a job
 *     openSandbox ──► boot.js ───────────────────► lockdown.js, harness, cells
 *     connect.ts  ◄── counts and relays text ◄──── text of at most 2 MB
 *     reply.ts: by kind of job, what may be an answer
 *
 * What holds, whatever the code does (tests/book/sandbox has some 150 cells that try, in all three engines):
 * - It reaches no network, no storage, no page, no other worker and no code from elsewhere. The frame's origin is opaque and its
 *   policy is `default-src 'none'`; workers inherit both. `lockdown.js` takes the names away as well, so that errors say why.
 * - The page goes on. The cells have threads of their own, and what they send is counted, measured and ended where it
 *   exceeds what a job needs: in the worker, again in the frame, again on the page.
 * - The page believes nothing: it copies from an answer what the job asked for, checked by type, range and length, makes
 *   names and messages harmless, and drops the rest.
 * - Stop, the watchdog and `close` end it: workers first, then the frame.
 *
 * What cannot be prevented:
 * - A cell can lie about its own times, because it shares a realm with the clock and the harness. It takes more than an
 *   assignment, but no more than a few lines. So results of edited code are marked as edited, and never count as records.
 * - A cell can take memory until its engine or the system refuses. In Chromium and Firefox all of 30 s was survived; the page stays alive.
 * - Firefox tells its console, on the page's thread, of each promise that one task rejects and nobody handles: 100,000 of
 *   them stop a page for 0.6 s. The 100th ends the worker, so it is one task's worth at most.
 * - WebKitGTK 2.50 does not interrupt WebAssembly: a loop without end there keeps a core busy until the tab closes.
 *   Chromium takes 2 s to end a loop where frames share the page's process, as on phones with little memory.
 * - `crypto.subtle` is absent in Chromium, whose opaque origins are no secure contexts.
 */

import { connect, type Sandbox } from "./connect.ts";
import { openFrame } from "./frame.ts";
import lockdown from "./lockdown.js?raw";

export type { Sandbox } from "./connect.ts";

/** What stacks of errors call the script. */
export const SANDBOX_SCRIPT = "sandbox.js";

/**
 * Opens a sandbox for a worker's script, as `emitWorker` writes it; its `start` serves a `browserHost`, and `describeSpec` on
 * that host tells what the cell declares.
 * Rejects with a WorkerError if no worker can start here, and with an AbortError when `signal` fires, which later ends everything.
 */
export async function openSandbox(
  script: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Sandbox> {
  return connect(await openFrame(inLockdown(script), signal), signal);
}

/** The script behind the lockdown, which stands on its first line so that the lines of errors stay true. */
export function inLockdown(script: string): string {
  const line = lockdown
    .split("\n")
    .map((part) => part.trim())
    .join(" ");
  return `"use strict"; ${line} ${script}`;
}
