/**
 * Read by the command line of Observable Notebook Kit alone (`npx notebooks build`, `npx notebooks preview`), so that it
 * builds the notebooks of this book as they are. The site's own configuration is in astro.config.mjs.
 */
import { kernelModules } from "./src/notebook/compile/wasm/notebook-kit.ts";

export default { plugins: [kernelModules()] };
