/**
 * The words of the harness as types: what a notebook asks for (`Spec`), what a run gives back
 * (`Result`), and the seam between protocol and machine (`Host`).
 *
 * Times are nanoseconds per call unless a name says otherwise; `Ms` is milliseconds, `Us`
 * microseconds. A ratio is variant over baseline: above 1 the variant is slower.
 */

export type { Host } from "./host.ts";
export type * from "./types/comparison.ts";
export type * from "./types/outcome.ts";
export type * from "./types/result.ts";
export type * from "./types/shapes.ts";
export type * from "./types/spec.ts";
