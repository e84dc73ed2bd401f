import { cacheName } from "../names.ts";
import { root } from "./worker.ts";

/** Paths, with the book's root, of the pages that this device keeps; none where the browser refuses to say. */
export async function keptPages(): Promise<Set<string>> {
  try {
    const pages = await caches.open(cacheName(root, "pages"));
    return new Set((await pages.keys()).map(({ url }) => new URL(url).pathname));
  } catch {
    return new Set();
  }
}

/** Says beside every chapter of the lists on this page whether it is kept. */
export function markKept(kept: ReadonlySet<string>): void {
  for (const item of document.querySelectorAll<HTMLLIElement>(".hp-offline .hp-chapters li")) {
    const isKept = kept.has(item.querySelector("a")?.pathname ?? "");
    item.dataset.kept = String(isKept);
    const note = item.querySelector(".hp-minutes");
    if (note && isKept) note.textContent = "on this device";
  }
}
