/** Stands for the number of the notebook on its page; ids must differ when a notebook appears twice. */
export const instancePlaceholder = "hp-instance-";

const references = [
  "for",
  "aria-labelledby",
  "aria-describedby",
  "aria-controls",
  "list",
  "href",
  "clip-path",
  "fill",
  "mask",
  "stroke",
];

/** Attributes of drawings that hold lengths in CSS pixels. */
const lengths = [
  "d",
  "points",
  "transform",
  "x",
  "y",
  "x1",
  "x2",
  "y1",
  "y2",
  "cx",
  "cy",
  "r",
  "width",
  "height",
];

/** HTML of a rendered output, with the state of its inputs in attributes, its ids made unique, and its drawings in tenths of a pixel. */
export function serialise(root: Element): string {
  for (const control of root.querySelectorAll<HTMLInputElement>("input, output")) {
    if (control.type === "checkbox" || control.type === "radio")
      control.toggleAttribute("checked", control.checked);
    else if (control.tagName === "INPUT" && control.value !== "")
      control.setAttribute("value", control.value);
  }
  for (const option of root.querySelectorAll("option")) option.toggleAttribute("selected", option.selected);
  prefixIds(root, instancePlaceholder);
  for (const element of root.querySelectorAll("svg *")) roundLengths(element);
  return root.innerHTML;
}

/** Prefixes all ids and every reference to one of them. */
function prefixIds(root: Element, prefix: string): void {
  const ids = new Set([...root.querySelectorAll("[id]")].map((element) => element.id));
  if (ids.size === 0) return;
  for (const element of root.querySelectorAll("*")) {
    if (element.id) element.id = prefix + element.id;
    for (const name of references) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, rename(value, ids, prefix));
    }
  }
}

function rename(value: string, ids: Set<string>, prefix: string): string {
  if (value.startsWith("url(#") || value.startsWith("#"))
    return value.replace(/#([^)]+)/, (all, id) => (ids.has(id) ? `#${prefix}${id}` : all));
  return value
    .split(" ")
    .map((id) => (ids.has(id) ? prefix + id : id))
    .join(" ");
}

/** Nobody sees a thousandth of a pixel, and the digits are most of what a drawing weighs. */
function roundLengths(element: Element): void {
  for (const name of lengths) {
    const value = element.getAttribute(name);
    if (value?.includes("."))
      element.setAttribute(
        name,
        value.replace(/-?\d*\.\d+(e[-+]?\d+)?/g, (number) =>
          String(Math.round(Number(number) * 10) / 10 || 0),
        ),
      );
  }
}
