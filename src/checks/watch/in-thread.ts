import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { brokenCheck, type Finding } from "../check.ts";
import type { Asked } from "./answer.ts";
import { concernsAll } from "./concerned.ts";

/**
 * Runs checks in a thread, which keeps what it has read. When code that the checks are made of was saved, another thread takes its
 * place, which has the new code and knows nothing yet.
 */
export function inThread(root: string): (asked: Asked) => Promise<Finding[]> {
  const begin = () => new Worker(new URL("./thread.ts", import.meta.url), { workerData: { root } });
  let thread: Worker | undefined;
  return async (asked) => {
    const isNew = asked === "everything" || asked.some(concernsAll);
    if (isNew) await thread?.terminate();
    if (isNew || !thread) thread = begin();
    // the watch of files keeps the process, and nothing else
    thread.unref();
    thread.postMessage(isNew ? "everything" : asked);
    try {
      const [findings] = await once(thread, "message");
      return findings;
    } catch (error) {
      thread = undefined;
      const [what] = String((error as Error).message).split("\n");
      return [{ check: "everything", problems: [brokenCheck("everything", what)] }];
    }
  };
}
