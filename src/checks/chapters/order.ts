import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bookProblems, readBook } from "../../site/book/book.ts";
import type { Check } from "../check.ts";

/** `content/book.yaml` and the chapters in `content/` agree. */
export const order: Check = {
  name: "order of the book",
  run: async (root) => {
    const { problems, ...read } = readBook(readFileSync(join(root, "content/book.yaml"), "utf8"));
    if (problems.length > 0) return problems;
    const files = globSync("**/*.{md,mdx}", { cwd: join(root, "content") });
    return bookProblems(
      read,
      files.map((file) => file.replaceAll("\\", "/")),
    );
  },
};
