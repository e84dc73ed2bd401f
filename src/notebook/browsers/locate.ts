/** Functions that run inside the page under test: they go there as text, so each stands alone. */

import type { Target } from "./types.ts";

/**
 * Finds a target, gives it an attribute that no other element has, and returns the selector of that attribute.
 * The name of an element is read as browsers compute it, as far as our pages need: `aria-label`, then the elements of
 * `aria-labelledby`, then the text. Rendered elements come before hidden ones.
 */
export function mark(target: Target): string | null {
  const candidates: Record<string, string> = {
    button: "button, [role=button], input[type=submit], summary",
    link: "a[href], [role=link]",
    checkbox: "input[type=checkbox], [role=checkbox]",
    searchbox: "input[type=search], [role=searchbox], [role=combobox], input[type=text]",
    heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  };
  const nameOf = (element: Element): string =>
    element.getAttribute("aria-label") ??
    element
      .getAttribute("aria-labelledby")
      ?.split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" ") ??
    element.textContent ??
    "";
  const plain = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();
  const all =
    typeof target === "string"
      ? [...document.querySelectorAll(target)]
      : [...(target.within ? document.querySelectorAll(target.within) : [document])]
          .flatMap((root) => [...root.querySelectorAll(candidates[target.role])])
          .filter((element) => plain(nameOf(element)) === plain(target.name));
  const found = all.find((element) => element.checkVisibility()) ?? all[0];
  if (!found) return null;
  const tag = found.getAttribute("data-test-target") ?? `t${Math.random()}`;
  found.setAttribute("data-test-target", tag);
  return `[data-test-target="${tag}"]`;
}

/**
 * Whether the element takes room on the page and is not made invisible. `checkVisibility` comes first: to measure what is
 * in a closed `<details>` crashes the web process of WebKitGTK 2.50 on a narrow page.
 */
export function isRendered(selector: string): boolean {
  const element = document.querySelector(selector);
  return (
    element?.checkVisibility({ visibilityProperty: true }) === true && element.getClientRects().length > 0
  );
}
