import { type Answers, ask, type Message } from "../messages.ts";
import { listMeta, workerFile } from "../names.ts";

/** Path of the book's root, with a slash at the end. */
export const root = `${import.meta.env.BASE_URL.replace(/\/$/, "")}/`;

/**
 * Starts the service worker, and tells it of this page now and whenever a newer one has taken over.
 * Rejects where the browser does not allow it: in some private windows, and where storage is blocked.
 */
export async function startWorker(): Promise<void> {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("controllerchange", tellVisit);
  await serviceWorker.register(root + workerFile, { scope: root, updateViaCache: "none" });
  tellVisit();
}

/** Asks the service worker, starting it if need be. */
export async function askWorker<T extends Message["type"]>(
  message: Extract<Message, { type: T }>,
): Promise<Answers[T]> {
  const { serviceWorker } = navigator;
  if (!(await serviceWorker.getRegistration(root))) await startWorker();
  const { active } = await serviceWorker.ready;
  return ask(active as ServiceWorker, message);
}

/** Whether this book has a service worker here: none in development, and none where the address is not secure. */
export function knowsWorkers(): boolean {
  return import.meta.env.PROD && "serviceWorker" in navigator;
}

/** Fired on the window when the open page has been kept. */
export const keptEvent = "hot-path-kept";

function tellVisit(): void {
  const list = document.querySelector<HTMLMetaElement>(`meta[name="${listMeta}"]`)?.content;
  const { controller } = navigator.serviceWorker;
  if (!list || !controller) return;
  void ask<"visited">(controller, { type: "visited", address: location.href, list }).then(() =>
    dispatchEvent(new Event(keptEvent)),
  );
}
