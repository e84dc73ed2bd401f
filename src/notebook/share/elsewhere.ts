/**
 * What notebooks of this book import, for notebooks that were saved and are opened elsewhere: the build makes
 * `dist/lib/notebook.js` of this module. Charts, models and kernels work as they do here; an experiment says that it needs a page of
 * the book to run on, because only the compiler can make workers of cells.
 */
export { experiment } from "#bench";
export * from "#charts";
export * from "#simulate";
export { openKernel } from "../wasm/open.ts";
