import { Worker } from "node:worker_threads";

const script = new URL("./prepare-thread.ts", import.meta.url);

/** Mistakes in notebooks, a line each. */
export interface Mistakes {
  /** of each that is broken, by its id */
  broken: Map<string, string[]>;
  /** notebooks that chapters name and that do not exist */
  missing: string[];
}

/** What the thread tells: a notebook that is written, or that it has ended. */
export type Told = { written: string } | { ended: Mistakes };

/** Notebooks that are prepared in a thread of their own. */
export interface Beside {
  /** Resolves when these can be read, or when all are done; without ids, when all are done. */
  ready(ids?: readonly string[]): Promise<void>;
  /** when all are done; rejects only with a mistake of ours */
  ended: Promise<Mistakes>;
}

/** Does what `prepareEach` does in a thread of its own, beside other work. */
export function prepareBeside(root: string): Beside {
  const written = new Map<string, PromiseWithResolvers<void>>();
  const waiting = (id: string) => {
    const known = written.get(id) ?? Promise.withResolvers<void>();
    written.set(id, known);
    return known;
  };
  const ended = new Promise<Mistakes>((resolve, reject) => {
    new Worker(script, { workerData: root })
      .on("message", (told: Told) => {
        if ("written" in told) waiting(told.written).resolve();
        else resolve(told.ended);
      })
      .once("error", reject);
  });
  // what goes wrong is told where it is waited for
  ended.catch(() => {});
  return {
    ended,
    ready: async (ids) => {
      await (ids ? Promise.race([Promise.all(ids.map((id) => waiting(id).promise)), ended]) : ended);
    },
  };
}
