import type { Check } from "./check.ts";
import { toolProblems } from "./tool.ts";

/** Formatting and lint, by Biome. */
export const style: Check = {
  name: "style",
  run: async (root) => {
    const problems = await toolProblems(root, "biome", [
      "check",
      "--colors=off",
      "--max-diagnostics=50",
      ".",
    ]);
    return problems.length > 0 ? [...problems, "Mend what a machine can: npx biome check --write"] : [];
  },
};
