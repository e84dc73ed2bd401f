import { abortError, throwIfAborted } from "../errors.ts";

function isHidden(): boolean {
  return typeof document !== "undefined" && document.visibilityState === "hidden";
}

/**
 * Resolves once the tab is visible: a worker created in a hidden Chromium tab stays about six times slow. Rejects with
 * an AbortError on abort.
 */
export function whenVisible(signal?: AbortSignal): Promise<void> {
  throwIfAborted(signal);
  if (!isHidden()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      document.removeEventListener("visibilitychange", look);
      signal?.removeEventListener("abort", stop);
      end();
    };
    const look = () => isHidden() || settle(resolve);
    const stop = () => settle(() => reject(abortError()));
    document.addEventListener("visibilitychange", look);
    signal?.addEventListener("abort", stop);
  });
}

/** Watches from now on; the returned function ends it and says whether the tab was hidden at any moment. */
export function watchHidden(): () => boolean {
  let hidden = isHidden();
  if (typeof document === "undefined") return () => false;
  const look = () => {
    hidden ||= isHidden();
  };
  document.addEventListener("visibilitychange", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    return hidden;
  };
}
