import { isKernel } from "./wasm/kernel.ts";

/**
 * What a cell may import. `place` says where the library can run: in the worker that measures,
 * on the page, or both. Everything is bundled with the site; nothing is fetched from elsewhere.
 */
export interface Library {
  /** the name that the loaders know */
  name: string;
  place: "page" | "both";
}

const table: Record<string, Library> = {
  "#bench": { name: "#bench", place: "both" },
  "#simulate": { name: "#simulate", place: "both" },
  "#charts": { name: "#charts", place: "page" },
  "@observablehq/plot": { name: "@observablehq/plot", place: "page" },
  "@observablehq/inputs": { name: "@observablehq/inputs", place: "page" },
  htl: { name: "htl", place: "page" },
};

/** The library behind a specifier (`#bench`, `npm:@observablehq/plot`, a kernel `./sum.as.ts`), or undefined. */
export function libraryFor(specifier: string): Library | undefined {
  if (isKernel(specifier)) return { name: specifier, place: "both" };
  return table[specifier.replace(/^npm:/, "")];
}

/** For messages. */
export const allowedImports = Object.keys(table)
  .map((name) => (name.startsWith("#") ? name : `npm:${name}`))
  .concat("and a kernel that lies beside it (./<name>.as.ts, ./<name>.wat)")
  .join(", ");
