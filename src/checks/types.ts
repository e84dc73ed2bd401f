import type { Check } from "./check.ts";
import { toolProblems } from "./tool.ts";

/** TypeScript of `src` and `tests`. */
export const types: Check = {
  name: "types",
  run: (root) => toolProblems(root, "tsc", ["--project", "tsconfig.json", "--pretty", "false"]),
};
