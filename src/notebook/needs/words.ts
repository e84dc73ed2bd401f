import type { Need } from "./need.ts";

/** Each need as the object of “it needs …”. */
export const needWords: Record<Need, string> = {
  clock: "a clock with steps of at most 5 ms",
  isolation: "memory that workers share (SharedArrayBuffer)",
  opfs: "the browser’s file system (OPFS)",
  indexeddb: "the browser’s database (IndexedDB)",
  wasm: "WebAssembly",
  simd: "SIMD of WebAssembly (v128)",
};
