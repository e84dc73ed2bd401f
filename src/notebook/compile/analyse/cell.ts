import type { SourceCell } from "../read.ts";

export interface Import {
  /** name in the table of libraries, or a kernel beside the notebook: "./sum.as.ts" */
  library: string;
  place: "page" | "both";
  /** [exported name, local name]; "*" for a namespace, "default" for a default import */
  names: [string, string][];
  offset: number;
}

/** What the compiler knows of one cell. */
export interface AnalysedCell {
  source: SourceCell;
  /** JavaScript with the lines and columns of `source.value` for js and ts cells */
  code: string;
  expression: boolean;
  /** names used and not declared here, in order of first use */
  inputs: string[];
  /** names declared at the top of the cell */
  outputs: string[];
  /** offset of the first use of each input and of each declaration */
  offsets: Map<string, number>;
  imports: Import[];
  /** true if a value is shown without `display` */
  autodisplay: boolean;
  /** true if nothing in it can change: rendered once, at build */
  fixed: boolean;
  /** a global or import that ties the cell to the page, if any */
  needsPage: string | undefined;
  /** outputs whose initial value is known not to survive structured clone, with what they are */
  uncloneable: Map<string, string>;
}

/** Names without repetition, and where each first stands. */
export function unique(
  nodes: readonly { name: string; start?: number }[],
  offsets: Map<string, number>,
): string[] {
  for (const { name, start } of nodes) if (!offsets.has(name)) offsets.set(name, start ?? 0);
  return [...new Set(nodes.map((n) => n.name))];
}
