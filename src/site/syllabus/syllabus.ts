/** What the book is to teach, as `content/syllabus.yaml` states it. */
export interface Syllabus {
  parts: SyllabusPart[];
}

export interface SyllabusPart {
  /** as in `content/book.yaml` */
  id: string;
  title: string;
  chapters: SyllabusChapter[];
}

export interface SyllabusChapter {
  /** file name of the chapter without ending */
  id: string;
  title: string;
  /** what a reader has to find in the chapter */
  teach: string[];
  /** what takes it further than the usual books */
  beyond: string[];
  notebooks: SyllabusNotebook[];
}

/** An experiment that a chapter is to carry, as `notebooks/<chapter>/<id>.html`. */
export interface SyllabusNotebook {
  id: string;
  kind: keyof typeof KINDS;
  idea: string;
  needs: (keyof typeof NEEDS)[];
}

/** Kinds of experiments, in words. */
export const KINDS = { measure: "measured live", sim: "a model", recorded: "recorded natively" };

/** What an experiment needs of the browser, in words; what every browser has needs none. */
export const NEEDS = {
  none: "",
  worker: "",
  coi: "cross-origin isolation",
  "coi-optional": "cross-origin isolation for a finer clock",
  net: "the network",
  opfs: "private files (OPFS)",
  idb: "IndexedDB",
  sw: "a service worker",
  wasm: "WebAssembly",
  "wasm-simd": "WebAssembly SIMD",
  "sqlite-wasm": "SQLite in WebAssembly",
  "chromium-only": "Chromium",
};

/** Everything that a chapter is to cover. */
export function itemsOf({ teach, beyond }: Pick<SyllabusChapter, "teach" | "beyond">): string[] {
  return [...teach, ...beyond];
}
