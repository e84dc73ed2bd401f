/** A page that loads again because a file was saved keeps its place and the inputs of its notebooks. */
import type { HotNotebook } from "../../../notebook/run/element.ts";
import type { LinkState } from "../../../notebook/share/link/state.ts";

const KEY = "hot-path-before-reload";
/** How long a page waits for its notebooks to tell their inputs, before it goes. */
const patienceMs = 300;

interface Kept {
  path: string;
  place: Place | null;
  /** by the place of their notebook among those of the page */
  inputs: { nth: number; values: LinkState["inputs"] }[];
}

/** Where the page stands: how many pixels below the top of the window a landmark begins. */
interface Place {
  landmark: string;
  top: number;
}

/** Notebooks whose inputs were used. */
const used = new Set<HotNotebook>();
/** Set when the reader goes elsewhere by themselves. */
let moved = false;

for (const type of ["input", "change"])
  document.addEventListener(type, ({ target }) => {
    const notebook = (target as Element).closest<HotNotebook>("hot-notebook");
    if (notebook && (target as Element).closest(".nb-output")) used.add(notebook);
  });
for (const type of ["wheel", "touchmove", "keydown", "pointerdown"])
  addEventListener(type, () => (moved = true), { passive: true });

/** True while the page is being put back as it was: if it has to load again before that is done, it stays with what is kept. */
let restoring = false;

import.meta.hot?.on("vite:beforeFullReload", async () => {
  if (restoring) return;
  const kept: Kept = { path: location.pathname, place: placeNow(), inputs: await inputsNow() };
  sessionStorage.setItem(KEY, JSON.stringify(kept));
  history.scrollRestoration = "manual";
});
void restore();

async function restore(): Promise<void> {
  const text = sessionStorage.getItem(KEY);
  if (text === null) return;
  const { path, place, inputs } = JSON.parse(text) as Kept;
  if (path === location.pathname) {
    restoring = true;
    goTo(place);
    const loaded = new Promise((resolve) => addEventListener("load", resolve));
    // a notebook may have changed so much that it cannot be set
    await Promise.allSettled([loaded, ...inputs.map(setInputs)]);
    goTo(place);
    restoring = false;
  }
  sessionStorage.removeItem(KEY);
  history.scrollRestoration = "auto";
}

/** Elements that stay what they are when text around them changes: headings, and cells of notebooks. */
function landmarks(): Element[] {
  return [...document.querySelectorAll("main :is(h1, h2, h3, h4, .nb-cell)")].filter((element) =>
    element.checkVisibility(),
  );
}

/** The last landmark that begins above the middle of the window: what the reader looks at hangs below it. */
function placeNow(): Place | null {
  const last = landmarks().findLast((element) => topOf(element) < innerHeight / 2);
  return last ? { landmark: nameOf(last), top: topOf(last) } : null;
}

function goTo(place: Place | null): void {
  const element = place && landmarks().find((one) => nameOf(one) === place.landmark);
  if (element && !moved) scrollBy({ top: topOf(element) - place.top, behavior: "instant" });
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

/** "#the-price", or "branches/sorted-vs-random 4" for a cell. */
function nameOf(element: Element): string {
  const cell = element.getAttribute("data-cell");
  return cell ? `${element.closest("hot-notebook")?.getAttribute("notebook")} ${cell}` : `#${element.id}`;
}

/** Inputs of every notebook that were changed; of one that does not answer in time, none. */
async function inputsNow(): Promise<Kept["inputs"]> {
  const all = [...document.querySelectorAll<HotNotebook>("hot-notebook")];
  const late = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null));
  const asked = [...used].map(async (element) => {
    const shared = await Promise.race([late, element.played().then((player) => player.shared())]).catch(
      () => null,
    );
    return shared?.areInputsChanged ? [{ nth: all.indexOf(element), values: shared.inputs }] : [];
  });
  return (await Promise.all(asked)).flat();
}

/** Sets what the notebook still has under the same name, and wakes it for that, as a reader does who uses an input. */
async function setInputs({ nth, values }: Kept["inputs"][number]): Promise<void> {
  const element = document.querySelectorAll<HotNotebook>("hot-notebook")[nth];
  await customElements.whenDefined("hot-notebook");
  if (!element) return;
  used.add(element);
  const live = await (await element.played()).wake();
  await live.setInputs(values);
}
