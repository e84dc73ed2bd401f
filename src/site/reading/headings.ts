/** Marks in the list of headings the one that the reader has reached, and folds the list when one is chosen. */
import { whenIdle } from "../../notebook/run/when-idle.ts";
import { reached } from "./reached.ts";

const list = document.querySelector(".hp-toc");
const folded = list?.querySelector("details");
const links = [...(list?.querySelectorAll("a") ?? [])];
const targets = links.flatMap((link) => document.getElementById(link.hash.slice(1)) ?? []);

function mark(): void {
  const id = reached(targets)?.id ?? links[0]?.hash.slice(1);
  for (const link of links) {
    if (link.hash.slice(1) !== id) link.removeAttribute("aria-current");
    else {
      link.setAttribute("aria-current", "true");
      (list?.querySelector(".hp-toc-now") as HTMLElement).textContent = link.textContent;
    }
  }
}

if (folded && targets.length > 0) {
  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      mark();
    });
  };
  addEventListener("scroll", ask, { passive: true });
  whenIdle(ask);
  // a list that covers the text goes away again
  addEventListener("click", ({ target }) => {
    if ((target as Element).closest("summary") === folded.querySelector("summary")) return;
    folded.open = false;
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !folded.open) return;
    folded.open = false;
    folded.querySelector("summary")?.focus();
  });
}
