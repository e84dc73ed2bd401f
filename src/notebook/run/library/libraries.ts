/** How each library of the compiler's table is loaded on a page: as a chunk of its own, when a cell first asks for it. */
export const loaders: Record<string, () => Promise<unknown>> = {
  "#bench": () => import("#bench"),
  "#simulate": () => import("#simulate"),
  "#charts": () => import("#charts"),
  "@observablehq/plot": () => import("@observablehq/plot"),
  "@observablehq/inputs": () => import("@observablehq/inputs"),
  htl: () => import("htl"),
  md: () => import("./md.ts"),
  tex: () => import("./tex.ts"),
};
