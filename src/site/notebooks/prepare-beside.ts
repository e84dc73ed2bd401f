import { Worker } from "node:worker_threads";

const script = new URL("./prepare-thread.ts", import.meta.url);

/** What the thread tells: a notebook that is written, or that it has ended, with the mistakes of all notebooks, a line each. */
export type Told = { written: string } | { mistakes: string[] };

/** Notebooks that are prepared in a thread of their own. */
export interface Beside {
  /** Resolves when these can be read, or when all are done; without ids, when all are done. */
  ready(ids?: readonly string[]): Promise<void>;
  /** the mistakes of all, when all are done; rejects only with a mistake of ours */
  mistakes: Promise<string[]>;
}

/** Does what `prepareNotebooks` does in a thread of its own, beside other work. */
export function prepareBeside(root: string): Beside {
  const written = new Map<string, PromiseWithResolvers<void>>();
  const waiting = (id: string) => {
    const known = written.get(id) ?? Promise.withResolvers<void>();
    written.set(id, known);
    return known;
  };
  const mistakes = new Promise<string[]>((resolve, reject) => {
    new Worker(script, { workerData: root })
      .on("message", (told: Told) => {
        if ("written" in told) waiting(told.written).resolve();
        else resolve(told.mistakes);
      })
      .once("error", reject);
  });
  const ended = mistakes.then(() => {});
  // what goes wrong is told where it is waited for
  ended.catch(() => {});
  return {
    mistakes,
    ready: async (ids) => {
      await (ids ? Promise.race([Promise.all(ids.map((id) => waiting(id).promise)), ended]) : ended);
    },
  };
}
