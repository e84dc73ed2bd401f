/** On the page that takes the place of one that cannot be had: only what can be read remains in the list. */
import { keptPages, markKept } from "./kept-pages.ts";

const kept = await keptPages();
markKept(kept);
for (const part of document.querySelectorAll<HTMLElement>(".hp-offline section"))
  part.hidden = !part.querySelector('[data-kept="true"]');
const none = document.querySelector<HTMLElement>(".hp-offline [data-none]");
if (none) none.hidden = document.querySelector('.hp-offline [data-kept="true"]') !== null;
document.querySelector(".hp-offline [data-again]")?.addEventListener("click", () => location.reload());
