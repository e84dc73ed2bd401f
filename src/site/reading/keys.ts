/**
 * Keys of one character: `/` searches, `j` and `k` go to the next page and the one before, `?` lists the keys. They act only where
 * nothing is typed, and can be switched off, as WCAG 2.1.4 asks: software for speech input presses letters by accident.
 */

const OFF = "hot-path:keys-off";
/** Where a character belongs to what has the focus. */
const TYPED = "input, textarea, select, dialog, [contenteditable]";

const actions: Record<string, () => void> = {
  "/": () => document.querySelector<HTMLElement>("site-search [data-open-modal]")?.click(),
  j: () => follow("next"),
  k: () => follow("prev"),
  "?": () => void openList(),
};

function follow(rel: "next" | "prev"): void {
  document.querySelector<HTMLAnchorElement>(`.hp-pagination a[rel="${rel}"]`)?.click();
}

async function openList(): Promise<void> {
  const { openKeyList } = await import("./key-list.ts");
  openKeyList(!isOff(), (on) => keep(!on));
}

function isOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

/** In a browser that keeps nothing the keys stay on. */
function keep(off: boolean): void {
  try {
    if (off) localStorage.setItem(OFF, "");
    else localStorage.removeItem(OFF);
  } catch {}
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if ((event.target as Element).closest?.(TYPED) || !Object.hasOwn(actions, event.key) || isOff()) return;
  event.preventDefault();
  actions[event.key]();
});

document.querySelector(".hp-keys-open")?.addEventListener("click", () => void openList());
