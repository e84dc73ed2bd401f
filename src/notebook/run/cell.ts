/** A cell as the compiler wrote it into a notebook's host module. */
export interface HostCell {
  id: number;
  mode: "js" | "ts" | "md" | "html" | "tex";
  inputs: string[];
  /** names that other cells can use */
  outputs: string[];
  /** name given by an `output` attribute: the cell's value is then that name's value */
  output?: string;
  autodisplay: boolean;
  /** true if rendered once at build and never again */
  fixed: boolean;
  /** host values that the cell's experiment sends to its worker */
  captures?: string[];
  /** name of the experiment that the cell declares */
  experiment?: string;
  body: (...inputs: unknown[]) => unknown;
}

/** What `import … from "…"` in cell `cell` becomes: the module, after checking that it has the names asked for. */
export type Lib = (library: string, names?: string[], cell?: number) => Promise<unknown>;

/** The default export of a compiled host module. */
export type HostModule = (lib: Lib) => HostCell[];
