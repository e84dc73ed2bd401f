/** Where the reader was in each chapter, kept on the device; a link in the head of the page leads back. */
import { keepPlaces, keptPlaces, type Place } from "./places.ts";
import { reached } from "./reached.ts";

const title = document.querySelector<HTMLElement>(".hp-title[data-page]");
const page = title?.dataset.page ?? "";

function keep(): void {
  const heading = reached([
    ...document.querySelectorAll<HTMLElement>(".sl-markdown-content > .level-h2 > h2"),
  ]);
  const { [page]: _, ...others } = keptPlaces();
  const text = document.querySelector("h1")?.textContent ?? "";
  const place: Place | undefined = heading && {
    ...{ id: heading.id, heading: heading.textContent ?? "" },
    ...{ title: text, path: location.pathname, at: Date.now() },
  };
  keepPlaces(place ? { ...others, [page]: place } : others);
}

function offer(): void {
  const place = keptPlaces()[page];
  const link = title?.querySelector<HTMLAnchorElement>(".hp-continue");
  if (!link || !place || location.hash || !document.getElementById(place.id)) return;
  link.href = `#${place.id}`;
  link.textContent = `Continue at “${place.heading}”`;
  link.hidden = false;
}

if (title) {
  offer();
  // the last event that comes for certain, on phones too
  document.addEventListener("visibilitychange", () => document.hidden && keep());
}
