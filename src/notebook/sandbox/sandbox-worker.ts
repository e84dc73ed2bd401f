import type { WorkerLike } from "../../bench/browser/browser-host.ts";
import type { Cue, Reply, Request } from "../../bench/worker/worker.ts";
import { MOST_MESSAGES } from "./limits.ts";
import { readReply, refusal } from "./reply.ts";
import type { Job } from "./runs.ts";

/** A worker in the sandbox, seen from the page: it hears what can be an answer to its job, once. */
export class SandboxWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  onmessageerror: WorkerLike["onmessageerror"] = null;
  private readonly send: (message: Request | Cue | undefined) => void;
  private job: Job | undefined;
  private heard = 0;
  private ended = false;

  /** @param send carries a message to the worker; undefined ends it */
  constructor(send: (message: Request | Cue | undefined) => void) {
    this.send = send;
  }

  /** Throws a DataCloneError for what cannot travel. */
  postMessage(message: Request | Cue): void {
    if (this.ended) return;
    if ("job" in message) this.job = message.job;
    this.send(message);
  }

  terminate(): void {
    if (this.ended) return;
    this.ended = true;
    this.send(undefined);
  }

  /** Takes what the frame says that the worker said. */
  hear(text: string): void {
    if (this.ended || !this.job) return;
    this.heard += 1;
    this.tell(
      this.heard > MOST_MESSAGES
        ? refusal(`it sent more than ${MOST_MESSAGES} messages`)
        : readReply(text, this.job),
    );
  }

  /** Ends the worker with an error that says why. */
  fail(why: string): void {
    this.tell({ type: "error", name: "WorkerError", message: why, stack: "" });
  }

  private tell(reply: Reply): void {
    if (this.ended) return;
    if (reply.type !== "ready") this.terminate();
    this.onmessage?.(new MessageEvent("message", { data: reply }));
  }
}
