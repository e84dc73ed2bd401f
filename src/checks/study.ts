import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { collect } from "../site/study/collect.ts";
import type { Check } from "./check.ts";

/** Predictions, quizzes, questions, cards and exercises are complete, and named once in their chapter. */
export const study: Check = {
  name: "what chapters ask",
  run: async (root) =>
    globSync("content/*/*.mdx", { cwd: root })
      .map((path) => path.replaceAll("\\", "/"))
      .flatMap((file) => {
        const chapter = file.replace(/^content\/|\.mdx$/g, "");
        return collect(readFileSync(join(root, file), "utf8"), file, chapter).problems;
      }),
};
