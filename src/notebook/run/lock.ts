/** Two benchmarks at once would measure each other: every tab of this site takes its turn under this name. */
export const lockName = "hot-path:run";

/** Runs `task` while no other tab or notebook of the site measures. Rejects with an AbortError if the signal fires while it waits. */
export async function withMachineLock<T>(signal: AbortSignal, task: () => Promise<T>): Promise<T> {
  // absent on pages served over plain HTTP from another host than localhost
  if (!navigator.locks) return task();
  let begun = false;
  const begin = () => {
    begun = true;
    return untilAborted(task(), signal);
  };
  try {
    return (await navigator.locks.request(lockName, { signal }, begin)) as T;
  } catch (error) {
    // Chromium and Firefox refuse locks together with storage, when the reader blocks it
    if (begun || (error as Error).name !== "SecurityError") throw error;
    return task();
  }
}

/** What is worth waiting for, until the signal fires: in a hidden tab a task may wait for a frame that does not come, and keep the turn. */
function untilAborted<T>(task: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    task.then(resolve, reject);
  });
}
