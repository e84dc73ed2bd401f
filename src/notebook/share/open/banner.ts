import { addStyles } from "../../run/add-styles.ts";
import { button, make } from "../panel/dom.ts";
import styles from "../share.css?url";

addStyles(styles);

/** One place below the title that tells of a link: what it brought, and what can be done with that. */
export interface Banner {
  /** Replaces what it says and offers. */
  show: (sentences: string[], ...buttons: HTMLButtonElement[]) => void;
  /** Shows or hides the changes below the buttons. */
  toggle: (by: HTMLButtonElement, changes: () => Promise<Node[]>) => Promise<void>;
  /** Takes it off the page. */
  close: () => void;
}

/** Puts a banner into a notebook, scrolls there and moves the focus to it. There is one on a page. */
export function openBanner(notebook: HTMLElement): Banner {
  document.querySelector(".nb-banner")?.remove();
  const text = make("div", { id: "nb-banner-text" });
  const buttons = make("div", { class: "nb-share-row" });
  const below = make("div");
  const element = make(
    "section",
    { class: "nb-banner", tabindex: "-1", "aria-label": "From a link", "aria-describedby": text.id },
    text,
    buttons,
    below,
  );
  notebook.querySelector(".nb-toolbar")?.after(element);
  notebook.scrollIntoView();
  element.focus({ preventScroll: true });
  return {
    show(sentences, ...given) {
      text.replaceChildren(...sentences.map((sentence) => make("p", {}, sentence)));
      buttons.replaceChildren(...given);
    },
    async toggle(by, changes) {
      const open = by.getAttribute("aria-expanded") !== "true";
      below.replaceChildren(...(open ? await changes() : []));
      by.setAttribute("aria-expanded", String(open));
    },
    close: () => element.remove(),
  };
}

/** Says why a link is of no use, and goes when it is told to. */
export function refuse(notebook: HTMLElement, sentence: string): void {
  const banner = openBanner(notebook);
  banner.show(
    [sentence],
    button("Dismiss", () => dismiss(notebook, banner)),
  );
}

/** Ends a banner and takes the link out of the address, so that loading the page again does not bring it back. */
export function dismiss(notebook: HTMLElement, banner: Banner): void {
  banner.close();
  history.replaceState(history.state, "", location.href.replace(/#.*$/s, ""));
  focusRun(notebook);
}

export function focusRun(notebook: HTMLElement): void {
  notebook.querySelector<HTMLElement>("[data-action=run]")?.focus({ preventScroll: true });
}
