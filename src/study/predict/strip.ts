import { short } from "../../bench/text/units.ts";

/** A row of the figure: a part of the book, and by how much each of its guesses was off. */
export interface Row {
  name: string;
  /** logarithms of factors: below zero is too low */
  errors: number[];
}

/** Widths in CSS pixels: of a letter of the names, of the narrowest and the widest figure. */
const LETTER = 6.7;
const NARROWEST = 300;
const WIDEST = 584;
const HEIGHT = 26;
const TOP = 30;
const RADIUS = 4.5;
/** A scale reaches at least this far to both sides. */
const LEAST_FACTOR = 4;
const SVG = "http://www.w3.org/2000/svg";

/**
 * One line for each part, one dot for each guess, on a scale of factors: too low on the left, right in the middle, too high on the
 * right. Its text alternative are the sentences beside it.
 * @param room width that there is, in CSS pixels
 */
export function strip(rows: readonly Row[], room: number): SVGElement {
  const width = Math.min(WIDEST, Math.max(NARROWEST, room));
  const names = LETTER * Math.max(...rows.map(({ name }) => name.length));
  const most = Math.max(Math.log(LEAST_FACTOR), ...rows.flatMap(({ errors }) => errors.map(Math.abs)));
  const half = (width - names - 2 * RADIUS - 40) / 2;
  const middle = names + half + RADIUS + 32;
  const x = (error: number) => middle + (error / most) * half;
  const bottom = TOP + rows.length * HEIGHT;
  const figure = node("svg", {
    viewBox: `0 0 ${width} ${bottom + 8}`,
    "aria-hidden": "true",
    class: "hp-strip",
  });
  for (const error of ticks(most)) {
    const factor = Math.exp(Math.abs(error));
    const sign = error === 0 ? "right" : `${error < 0 ? "÷" : "×"}${short(factor).replace(/\.0$/, "")}`;
    figure.append(
      node("line", {
        x1: x(error),
        x2: x(error),
        y1: TOP - 8,
        y2: bottom,
        class: error === 0 ? "hp-right" : "hp-tick",
      }),
      node("text", { x: x(error), y: TOP - 14, "text-anchor": "middle" }, sign),
    );
  }
  rows.forEach(({ name, errors }, i) => {
    const y = TOP + (i + 0.5) * HEIGHT;
    figure.append(node("text", { x: 0, y: y + 4 }, name));
    for (const error of errors) figure.append(node("circle", { cx: x(error), cy: y, r: RADIUS }));
  });
  return figure;
}

/** The middle, the ends, and powers of a round factor between; never so many that their words touch. */
function ticks(most: number): number[] {
  const step = [2, 4, 10, 100, 1000].map(Math.log).find((size) => most / size < 3.5) ?? most;
  const side = Array.from({ length: Math.floor(most / step + 1e-9) }, (_, i) => (i + 1) * step);
  return [...side.map((error) => -error).reverse(), 0, ...side];
}

function node(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}
