import type { Check } from "../check.ts";
import { typeProblems } from "./tsc.ts";

/** TypeScript of `src` and `tests`. */
export const types: Check = {
  name: "types",
  run: async (root) => {
    const { problems, other } = await typeProblems(root, "tsconfig.json");
    return [
      ...problems.map(({ file, line, column, what }) => `${file}:${line}:${column}: ${what}`),
      ...other,
    ];
  },
};
