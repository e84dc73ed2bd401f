import type { Attempt } from "../../fixtures/sandbox-page.ts";

/** A cell that means ill, or that fails in a way which could look like it. */
export interface Hostile {
  name: string;
  /** statements before the experiment, run when the cell is evaluated */
  before?: string;
  /** the argument of `experiment` */
  spec: string;
  /** run two workers on shared memory in place of one first call */
  team?: boolean;
  /** measure all of it */
  whole?: boolean;
  /** ms without an answer after which the worker is ended; longer than it takes to press Stop unless given */
  watchdogMs?: number;
  /**
   * stopped: it would go on, and Stop ends it; a pattern: what the page says; a function: what is to hold
   */
  must: "stopped" | RegExp | ((attempt: Attempt) => void);
}

/** One variant that does this when it is called. */
export const call = (body: string) => `{ variants: { a: () => { ${body} } } }`;

/** One variant, and what else the Spec holds. */
export const spec = (fields: string) => `{ variants: { a: () => 1 }, ${fields} }`;

/** Two workers that share what `setup` makes. */
export const pair = (setup: string, body: string) =>
  `{ parallel: { workers: [2] }, setup: () => (${setup}), variants: { a: (shared) => { ${body} } } }`;

/** Whatever happens, as long as it ends. */
export const anything = () => {};
