/**
 * What a browser or a host may lack, and an experiment cannot do without. "clock" is needed by everything that is
 * measured; the others follow from what cells and kernels use.
 */
export type Need = "clock" | "isolation" | "opfs" | "indexeddb" | "wasm" | "simd";

/** What a page states of a notebook that it shows, as JSON in `data-needs`. */
export interface Stated {
  /** of each experiment in turn, beside the clock, which all need */
  experiments: Need[][];
  /** of the cells that run on the page */
  page: Need[];
  /** whether the experiments show recorded results */
  recorded: boolean;
}

/** What every experiment needs. */
export function experimentNeeds(needs: readonly Need[]): Need[] {
  return ["clock", ...needs];
}
