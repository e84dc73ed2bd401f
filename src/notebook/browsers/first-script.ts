import type { PageOptions } from "./types.ts";

const NO_SERVICE_WORKER = "delete Navigator.prototype.serviceWorker;";

/** What has to run in a page before anything else. */
export function firstScript({ serviceWorker = false, before = "" }: PageOptions): string {
  return `${serviceWorker ? "" : NO_SERVICE_WORKER}\n${before}`.trim();
}
