/** A heading counts as reached when it is above this share of the window. */
const REACHED = 0.4;

/** The last heading that the reader has reached; undefined before the first one. */
export function reached(headings: readonly HTMLElement[]): HTMLElement | undefined {
  return headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight * REACHED);
}
