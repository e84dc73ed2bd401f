/**
 * Inner padding of a band scale that sets panels so many pixels apart: a fraction of a step. 0 for a single panel, which
 * d3's band scale would make smaller by its padding.
 */
export function padding(panels: number, size: number, gap: number): number {
  return panels > 1 ? gap / (size + gap) : 0;
}
