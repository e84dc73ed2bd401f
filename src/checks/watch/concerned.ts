import { ofBook } from "../all.ts";
import type { Check } from "../check.ts";
import { size } from "../code/size.ts";
import { style } from "../code/style.ts";
import { types } from "../code/types.ts";
import { cellTypes } from "../notebooks/cell-types.ts";

/** Which checks can find something else after a file was saved. */
const CONCERNED: [files: RegExp, checks: Check[]][] = [
  [/^(content|notebooks)\//, ofBook],
  [/^notebooks\/.*\.(html|as\.ts|wat)$/, [cellTypes]],
  [/^(content|notebooks)\/.*\.(ts|js|mjs|css)$/, [style]],
  [/^tests\//, [types, style, size]],
];

/** The checks that saved files concern, by the paths of the files from the project's root. */
export function concerned(files: readonly string[]): Check[] {
  const checks = CONCERNED.flatMap(([pattern, some]) =>
    files.some((file) => pattern.test(file)) ? some : [],
  );
  return [...new Set(checks)];
}

/** True for files that concern all checks: the code that they are made of, and the settings of the project. */
export function concernsAll(file: string): boolean {
  return /^(src\/|\.github\/|[^/]+$)/.test(file);
}
