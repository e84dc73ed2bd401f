import { lockName } from "../../../notebook/run/lock.ts";
import type { Entry } from "../names.ts";
import { at, open } from "./scope.ts";

/** Files that are loaded at once: enough that a network's latency does not add up, few enough to leave room for others. */
const AT_ONCE = 4;

/**
 * Loads what is not kept yet of these files, behind everything else that the browser loads. Their content is compared
 * with its hash, so that no answer of a hotel's network is ever kept in their place.
 */
export async function loadFiles(entries: readonly Entry[]): Promise<void> {
  const files = await open("files");
  const queue = entries.values();
  const loadSome = async () => {
    for (const [path, integrity] of queue) {
      if (await files.match(at(path))) continue;
      await nobodyMeasures();
      await files.put(at(path), await load(path, { integrity, priority: "low" }));
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, loadSome));
  for (const end of ended) if (end.status === "rejected") throw end.reason;
}

/** Loads a file of the book. Rejects unless it is there under this very address. */
export async function load(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(at(path), { redirect: "error", ...init });
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
  return response;
}

/** Resolves when no notebook of this site measures: loading would be measured with it. */
async function nobodyMeasures(): Promise<void> {
  await navigator.locks.request(lockName, { mode: "shared" }, () => {});
}
