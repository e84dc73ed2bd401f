import { addStyles } from "../../run/add-styles.ts";
import { figuresOf } from "../figures.ts";
import styles from "../share.css?url";
import type { Shared } from "../shared.ts";
import { saveForObservable } from "./actions.ts";
import { button, make } from "./dom.ts";
import { entries } from "./entries.ts";
import { teller } from "./teller.ts";

addStyles(styles);

/**
 * Opens the panel below the controls of a notebook, or closes it. The focus moves into it, and back to Share when Escape
 * closes it.
 * @param shared gives the notebook as it stands at each press
 */
export async function toggleShare(element: HTMLElement, shared: () => Promise<Shared>): Promise<void> {
  const share = element.querySelector<HTMLButtonElement>("[data-action=share]");
  const open = element.querySelector(".nb-share");
  share?.setAttribute("aria-expanded", String(!open));
  if (open) return open.remove();
  const panel = sharePanel(await shared(), shared);
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    share?.click();
    share?.focus();
  });
  element.querySelector(".nb-toolbar")?.after(panel);
  panel.scrollIntoView({ block: "nearest" });
  panel.querySelector("button")?.focus();
}

function sharePanel({ element, outcomes }: Shared, shared: () => Promise<Shared>): HTMLElement {
  const told = teller();
  /** What fails is told; nothing is lost by it. */
  const press = (name: string, act: () => Promise<void> | void) =>
    button(name, async () => {
      try {
        await act();
      } catch (error) {
        told.say(`${name} failed: ${(error as Error).message}`);
      }
    });
  const picker = figurePicker(element);
  const buttons = (of: "notebook" | "figure") =>
    entries
      .filter((entry) => entry.of === of && (outcomes.length > 0 || !entry.measured))
      .map(({ name, act }) =>
        press(name, async () => act(await shared(), told, figuresOf(element)[picker.chosen()])),
      );
  const figures = figuresOf(element).length > 0 ? [row("Figure", ...picker.nodes, ...buttons("figure"))] : [];
  const observable = press("Open in Observable", async () => {
    saveForObservable(await shared());
    told.say("Saved the notebook for Observable: open that file in Observable Desktop.");
  });
  const note = make(
    "p",
    { class: "nb-share-note" },
    "Observable has no address that takes a notebook from another site, so this saves a file for ",
    make("a", { href: "https://observablehq.com/notebook-kit/desktop" }, "Observable Desktop"),
    outcomes.length > 0
      ? ". Code, inputs and charts work there; the experiments run on pages of this book only."
      : ". The model works there as it does here.",
  );
  return make(
    "div",
    { class: "nb-share", role: "group", "aria-label": "Share this notebook" },
    row("Notebook", ...buttons("notebook")),
    ...figures,
    row("Observable", observable),
    note,
    told.element,
  );
}

function row(name: string, ...controls: HTMLElement[]): HTMLElement {
  return make("div", { class: "nb-share-row", role: "group", "aria-label": name }, ...controls);
}

/** Chooses the figure that pictures are made of, where a notebook has several. */
function figurePicker(element: Element): { nodes: HTMLElement[]; chosen: () => number } {
  const figures = figuresOf(element);
  if (figures.length < 2) return { nodes: [], chosen: () => 0 };
  const options = figures.map(({ label }, i) => make("option", { value: String(i) }, `${i + 1}. ${label}`));
  const select = make("select", {}, ...options);
  select.setAttribute("aria-label", "Figure");
  return { nodes: [select], chosen: () => Number(select.value) };
}
