import type { Manifest } from "../compile/write.ts";
import type { Edits } from "./edits.ts";

/** Texts of all cells as the book shows them, without blank lines at the end. */
export function originalsOf({ cells }: Pick<Manifest, "cells">): Edits {
  return new Map(cells.map(({ id, value }) => [id, value.trimEnd()]));
}
