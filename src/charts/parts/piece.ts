import { type Markish, text } from "@observablehq/plot";
import { cut } from "./fit.ts";

/** A piece of text at a height, flush with the left edge or with the right edge of a column. */
export interface Piece {
  y: number;
  words: string;
  /** from the left edge of the axis if `start`, from its right edge if `end` */
  dx: number;
  anchor: "start" | "end";
  className: string;
  /** room in pixels; longer words are cut with an ellipsis */
  most?: number;
}

/** The mark that draws it. */
export function piece({ y, words, dx, anchor, className, most }: Piece): Markish {
  return text([most === undefined ? words : cut(words, most)], {
    y,
    text: (words: string) => words,
    frameAnchor: anchor === "start" ? "left" : "right",
    textAnchor: anchor,
    dx,
    className,
  });
}
