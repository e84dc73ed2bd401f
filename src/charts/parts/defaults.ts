/** Every number the figures share, in pixels unless a name says otherwise. */

/** A drawing is made once for each width; CSS shows the one that fits. */
export type Layout = "wide" | "narrow";

/** The column of a chapter, and the smallest phone in use less its margins. */
export const WIDTH: Record<Layout, number> = { wide: 640, narrow: 340 };

/** Legible at the natural width, and still 11 when a 340 px drawing is shown on 312 px. */
export const TEXT_SIZE = 12;

/** Least space between the numbers of two ticks. */
export const TICK_GAP = 8;

/** Baselines of direct labels closer than this are read as one word. */
export const LABEL_GAP = 14;

/** Shape and dash tell lines apart in print and for readers who do not see the colours. */
export const SYMBOLS = ["circle", "square", "triangle", "diamond2", "star", "plus"] as const;
export const DASHES = ["none", "7 3", "2 3", "9 3 2 3", "4 2", "1 2"] as const;

/** `--hp-series-1` to `--hp-series-6`. */
export const SERIES = 6;

/** A ratio plot shows at least this much around 1, so that nothing looks large that is not. */
export const LEAST_RATIO_DOMAIN: [number, number] = [0.88, 1.14];

/** Above this spread a linear time axis hides its lower end. */
export const LOG_ABOVE_SPREAD = 20;
