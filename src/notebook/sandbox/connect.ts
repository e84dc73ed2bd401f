import type { WorkerLike } from "../../bench/browser/browser-host.ts";
import { WorkerError } from "../../bench/errors.ts";
import type { Frame } from "./frame.ts";
import { MOST_MESSAGES } from "./limits.ts";
import { SandboxWorker } from "./sandbox-worker.ts";

export interface Sandbox {
  /** Starts a worker of the script. Workers that live at the same time are one team. Throws a WorkerError after the end. */
  start(): WorkerLike;
  /** Ends all workers and removes the frame. */
  close(): void;
}

/** The page's end of a sandbox. It closes by itself when `signal` fires, and when the frame says too much. */
export function connect({ port, remove }: Frame, signal?: AbortSignal): Sandbox {
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
  const fail = (why: string) => close((worker) => worker.fail(why));
  // whoever stops a run says so by itself
  const stop = () => close((worker) => worker.terminate());
  signal?.addEventListener("abort", stop);
  port.onmessage = ({ data }) => {
    heard += 1;
    if (heard > MOST_MESSAGES * started) fail("The sandbox was closed, because it sent too many messages.");
    else if (typeof data?.text === "string") workers.get(data.id)?.hear(data.text);
  };
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
