import { Worker } from "node:worker_threads";

const script = new URL("./prepare-thread.ts", import.meta.url);

/**
 * Does what `prepareNotebooks` does in a thread of its own, beside other work.
 * @returns the mistakes of all notebooks, a line each; rejects only with a mistake of ours
 */
export function prepareBeside(root: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    new Worker(script, { workerData: root }).once("message", resolve).once("error", reject);
  });
}
