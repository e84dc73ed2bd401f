import { whenIdle } from "../../../notebook/run/when-idle.ts";

/** Part of every page, so what it does is loaded when the page is idle. In development no worker stands between page and server. */
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  whenIdle(async () => {
    const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
    // what the browser refuses, the page about reading offline tells those who ask
    if (!saveData) await import("./worker.ts").then(({ startWorker }) => startWorker()).catch(() => {});
    if (!crossOriginIsolated && document.querySelector("hot-notebook"))
      await import("./fine-timer.ts").then(({ offerFineTimer }) => offerFineTimer());
  });
}
