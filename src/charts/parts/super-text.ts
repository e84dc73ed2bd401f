import { type Markish, text } from "@observablehq/plot";

/** Words outside the panels, so many pixels from a corner of the frame of all of them: names of the axes. */
export function superText(
  words: string,
  frameAnchor: "top-left" | "bottom-right",
  dx: number,
  dy: number,
): Markish {
  return text([words], {
    facet: "super",
    text: (words: string) => words,
    frameAnchor,
    textAnchor: frameAnchor === "top-left" ? "start" : "end",
    lineAnchor: "middle",
    dx,
    dy,
    className: "hp-quiet",
  });
}
