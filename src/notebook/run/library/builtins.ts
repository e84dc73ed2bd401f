import type { Lib } from "../cell.ts";
import { dark, input, Mutable, now, observe, width } from "./generators.ts";

/** The standard library that cells of a notebook see, one per notebook so that `width` is that of its own column. */
export function builtins(lib: Lib, column: Element): Record<string, () => unknown> {
  const from = (library: string, name?: string) => async () => {
    const module = (await lib(library)) as Record<string, unknown>;
    return name ? module[name] : module;
  };
  return {
    dark,
    now,
    width: () => width(column),
    Mutable: () => Mutable,
    Generators: () => ({ dark, input, now, observe, width }),
    htl: from("htl"),
    html: from("htl", "html"),
    svg: from("htl", "svg"),
    Inputs: from("@observablehq/inputs"),
    Plot: from("@observablehq/plot"),
    md: from("md", "md"),
    tex: from("tex", "tex"),
  };
}
