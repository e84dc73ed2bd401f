/** Two benchmarks at once would measure each other: every tab of this site takes its turn under this name. */
const lockName = "hot-path:run";

/** Runs `task` while no other tab or notebook of the site measures. Rejects with an AbortError if the signal fires while it waits. */
export function withMachineLock<T>(signal: AbortSignal, task: () => Promise<T>): Promise<T> {
  // absent on pages served over plain HTTP from another host than localhost
  if (!navigator.locks) return task();
  return navigator.locks.request(lockName, { signal }, task) as Promise<T>;
}
