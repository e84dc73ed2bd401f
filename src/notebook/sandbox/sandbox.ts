import type { WorkerLike } from "../../bench/browser-host.ts";
import { WorkerError } from "../../bench/errors.ts";
import { openFrame } from "./frame.ts";
import { MOST_MESSAGES } from "./limits.ts";
import lockdown from "./lockdown.js?raw";
import { SandboxWorker } from "./sandbox-worker.ts";

/** What stacks of errors call the script. */
export const SANDBOX_SCRIPT = "sandbox.js";

export interface Sandbox {
  /** Starts a worker of the script. Workers that live at the same time are one team. */
  start(): WorkerLike;
  /** Ends all workers and removes the frame. */
  close(): void;
}

/**
 * Opens a sandbox for a worker's script, as `emitWorker` writes it.
 * Resolves when its frame can start workers. When `signal` fires, everything in it ends at once.
 */
export async function openSandbox(
  script: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Sandbox> {
  const { port, remove } = await openFrame(inLockdown(script), signal);
  const workers = new Map<number, SandboxWorker>();
  let started = 0;
  let heard = 0;
  let closed = false;

  const close = (end: (worker: SandboxWorker) => void) => {
    if (closed) return;
    closed = true;
    signal?.removeEventListener("abort", stop);
    for (const worker of workers.values()) end(worker);
    remove();
  };
  // whoever stops a run says so by itself
  const stop = () => close((worker) => worker.terminate());
  const fail = (why: string) => close((worker) => worker.fail(why));
  signal?.addEventListener("abort", stop);
  port.onmessage = ({ data }) => {
    heard += 1;
    if (heard > MOST_MESSAGES * started)
      fail("The sandbox was closed: it sent more messages than its workers may.");
    else workers.get(data.id)?.hear(data.text);
  };
  port.addEventListener("close", () =>
    fail("The sandbox ended by itself: the code probably took all the memory that it could get."),
  );
  return {
    start() {
      if (closed) throw new WorkerError("The sandbox is closed.", "");
      started += 1;
      const id = started;
      const worker = new SandboxWorker((message) => {
        if (message === undefined) workers.delete(id);
        port.postMessage({ id, message });
      });
      workers.set(id, worker);
      return worker;
    },
    close: () => fail("The sandbox was closed."),
  };
}

/** The script behind the lockdown, which stands on its first line so that the lines of errors stay true. */
function inLockdown(script: string): string {
  const line = lockdown
    .split("\n")
    .map((part) => part.trim())
    .join(" ");
  return `"use strict"; ${line} ${script}`;
}
