/** ms after which nobody waits any longer for the page to be idle, and ms to wait where it cannot be asked (WebKit). */
const LATEST_MS = 3_000;
const GUESS_MS = 500;

/** Calls `task` once the page has loaded and has nothing else to do. */
export function whenIdle(task: () => void): void {
  const wait = () => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(task, { timeout: LATEST_MS });
    else setTimeout(task, GUESS_MS);
  };
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait, { once: true });
}
