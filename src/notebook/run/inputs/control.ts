import { words } from "../../../bench/experiment/settings.ts";
import { type InputValue, isInputValue } from "../../share/link/state.ts";
import { changeEvent, currentValue } from "../library/generators.ts";

/** What a reader sets: a form of Observable Inputs, or a plain control. */
export type Control = HTMLElement & { value: unknown };

type Part = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * True for an element whose value may be kept and set again by a link. Tables, files and buttons hold none; and a text of
 * any kind is left out unless the control itself says by a pattern what it may be, since a link could then put words, or
 * markup, into the page.
 */
export function isControl(element: HTMLElement): element is Control {
  if (!("value" in element)) return false;
  const parts = partsOf(element);
  return parts.length > 0 && parts.every(isBounded) && readControl(element as Control) !== undefined;
}

/** The value as it can travel: as it is, or for a choice of objects the words of what is chosen. */
export function readControl(control: Control): InputValue | undefined {
  const value = currentValue(control);
  if (isInputValue(value)) return value;
  const chosen = chosenWords(control);
  if (chosen.length === 0 || value === null) return undefined;
  return Array.isArray(value) ? chosen : chosen[0];
}

/**
 * Sets the control, and tells the cells, if its own range or options have that value.
 * @returns false, and leaves the control as it was, if not
 */
export function writeControl(control: Control, value: InputValue): boolean {
  const before = currentValue(control);
  const parts = partsOf(control);
  if (parts.every(({ disabled }) => disabled) || !isInputValue(value)) return false;
  if (isSame(readControl(control), value)) return true;
  const isSet = () =>
    isSame(readControl(control), value) &&
    parts.every(({ validity }) => validity.valid) &&
    !control.matches(":has(:checked:disabled)");
  const known = attempt(() => assign(control, value)) && isSet();
  if (!known && !(typeof value === "string" && choose(control, value) && isSet())) {
    attempt(() => assign(control, before));
    return false;
  }
  control.dispatchEvent(new Event(changeEvent(control), { bubbles: true }));
  return true;
}

/** What stands beside the control; may be empty. */
export function labelOf(control: Control): string {
  const label = control.querySelector(":scope > label") ?? control.closest("label");
  return (label?.textContent ?? control.getAttribute("aria-label") ?? "").trim();
}

/** The value as the control shows it now. */
export function shownValue(control: Control): string {
  const chosen = chosenWords(control);
  return chosen.length > 0 ? chosen.join(", ") : words(readControl(control));
}

function assign(control: Control, value: unknown): void {
  if (control.getAttribute("type") === "checkbox")
    (control as HTMLInputElement & Control).checked = value === true;
  else control.value = value;
}

/** Finds a choice by its words, where values are objects. */
function choose(control: Control, said: string): boolean {
  for (const option of options(control)) {
    if (wordsOf(option) !== said) continue;
    if (option instanceof HTMLOptionElement) option.selected = true;
    else option.checked = true;
    (option.closest("select") ?? option).dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }
  return false;
}

function chosenWords(control: Control): string[] {
  return options(control)
    .filter((option) => (option instanceof HTMLOptionElement ? option.selected : option.checked))
    .map(wordsOf);
}

/** Options of a select, radio buttons and boxes of a group; a box by itself is on or off and no choice. */
function options(control: Control): (HTMLOptionElement | HTMLInputElement)[] {
  return [
    ...control.querySelectorAll<HTMLOptionElement | HTMLInputElement>(
      "option, label > :is([type=radio], [type=checkbox])",
    ),
  ];
}

function wordsOf(option: HTMLElement): string {
  return (option.closest("option, label")?.textContent ?? "").trim();
}

function partsOf(element: HTMLElement): Part[] {
  const parts = "input, select, textarea";
  return element.matches(parts) ? [element as Part] : [...element.querySelectorAll<Part>(parts)];
}

const bounded =
  /^(number|range|checkbox|radio|color|date|time|datetime-local|month|week|select-one|select-multiple)$/;

function isBounded(part: Part): boolean {
  return bounded.test(part.type) || (part.type === "text" && part.hasAttribute("pattern"));
}

function attempt(action: () => void): boolean {
  try {
    action();
    return true;
  } catch (error) {
    // a setter that is given a value of another type
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** A slider counts in binary fractions: 0.1 + 0.2 is 0.3 to its reader. */
function isSame(a: InputValue | undefined, b: InputValue): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-9 * Math.abs(b);
  return JSON.stringify(a) === JSON.stringify(b);
}
