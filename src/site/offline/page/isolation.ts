import { cacheName } from "../names.ts";
import { askWorker, root } from "./worker.ts";

/** Whether the service worker adds the headers of isolation on this device. */
export async function isIsolationChosen(): Promise<boolean> {
  const choices = await caches.open(cacheName(root, "choices"));
  return (await choices.keys()).length > 0;
}

/** Switches it on or off; shows when the page is loaded again, which only a press of the reader does. */
export async function chooseIsolation(on: boolean): Promise<void> {
  await askWorker<"isolate">({ type: "isolate", on });
}
