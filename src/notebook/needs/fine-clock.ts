/** ms of a step that leaves no doubt; what is coarser, the probe of a run measures. */
const FINE_MS = 2;

/** Steps looked at: a page that was interrupted during one of them sees it long. */
const STEPS = 3;

/** ms after which no further step is waited for. */
const PATIENCE_MS = 20;

/** Whether the clock clearly moves in fine steps. Under a fine clock that is seen within one of them. */
export function hasFineClock(): boolean {
  const start = performance.now();
  let last = start;
  for (let steps = 0; steps < STEPS && last - start < PATIENCE_MS; ) {
    const now = performance.now();
    if (now === last) continue;
    if (now - last < FINE_MS) return true;
    last = now;
    ++steps;
  }
  return false;
}
