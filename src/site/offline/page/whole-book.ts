/** On the page about reading offline: what this device keeps, and the button that takes the whole book along. */

import { bookFile, type WholeBook } from "../names.ts";
import { chooseIsolation, isIsolationChosen } from "./isolation.ts";
import { keptPages, markKept } from "./kept-pages.ts";
import { askWorker, keptEvent, knowsWorkers, root } from "./worker.ts";

const megabytes = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 });

const part = <T extends HTMLElement>(name: string) =>
  document.querySelector<T>(`.hp-offline [data-part="${name}"]`) as T;
const state = part("state");
const button = part<HTMLButtonElement>("keep");

try {
  if (!knowsWorkers()) throw new Error("no service workers");
  // refused where storage is blocked
  await caches.keys();
  await show();
  // this page itself is kept a moment after it has been opened
  addEventListener(keptEvent, () => void show());
  button.addEventListener("click", () => void keepAll());
  part("isolation").hidden = !(await isIsolationChosen());
  part("coarse").addEventListener("click", () => void chooseIsolation(false).then(() => location.reload()));
} catch {
  state.textContent =
    "This browser lets the book keep nothing: its storage is blocked, the window is private, or the address does not begin with https.";
}

async function show(): Promise<void> {
  const kept = await keptPages();
  markKept(kept);
  const book = await wholeBook();
  if (!book) {
    state.textContent = "There is no network now: you can read what is marked below.";
    return;
  }
  const missing = book.pages.filter((path) => !kept.has(root + path)).length;
  if (missing === 0 && document.activeElement === button) state.focus();
  button.hidden = missing === 0;
  button.textContent = `Keep the whole book offline (${size(book.loadedBytes)} to load)`;
  state.textContent =
    missing === 0
      ? `The whole book is on this device: ${book.pages.length} pages, ${size(book.bytes)}.`
      : `${book.pages.length - missing} of the ${book.pages.length} pages of the book are on this device. All of it takes ${size(book.bytes)} here.`;
}

async function keepAll(): Promise<void> {
  // not disabled, which would take the focus away
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  const book = await wholeBook();
  let done = 0;
  for (const path of book?.pages ?? []) {
    state.textContent = `Keeping page ${done + 1} of ${book?.pages.length}.`;
    const { kept } = await askWorker<"keep">({ type: "keep", path });
    if (!kept) break;
    ++done;
  }
  button.setAttribute("aria-disabled", "false");
  await show();
  if (!book || done < book.pages.length)
    state.textContent = `The network or the space on this device ended after ${done} pages, which are kept. Press again to go on.`;
}

/** Null without a network. */
async function wholeBook(): Promise<WholeBook | null> {
  const response = await fetch(root + bookFile).catch(() => null);
  return response?.ok ? response.json() : null;
}

/** "2.1 MB": two digits are all that the estimate of the network's compression allows. */
function size(bytes: number): string {
  return `${megabytes.format(bytes / 1e6)}\u00a0MB`;
}
