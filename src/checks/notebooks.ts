import { browserLabel } from "../bench/browser/label.ts";
import { compileBook } from "../notebook/compile/book.ts";
import { NotebookErrors } from "../notebook/compile/error.ts";
import type { Check } from "./check.ts";

/** Every notebook compiles, every chapter names notebooks that exist, and no recorded result is stale. */
export const notebooks: Check = {
  name: "notebooks",
  run: async (root) => {
    try {
      const compiled = await compileBook(root);
      return compiled.flatMap((notebook) => staleRecords(notebook));
    } catch (error) {
      if (error instanceof NotebookErrors) return error.errors.map((e) => e.message);
      throw error;
    }
  },
};

function staleRecords({
  id,
  experiments,
  recorded,
  file,
}: Awaited<ReturnType<typeof compileBook>>[number]): string[] {
  return recorded.flatMap(({ results, machine }) =>
    experiments.flatMap(({ name, hash }) => {
      const result = results[name];
      const where = `${file}: the result of “${name}” recorded in ${browserLabel(Object.values(results)[0].environment)} on ${machine?.cpu ?? "a machine"}`;
      if (!result) return [`${where} is missing. Record it: npm run record ${id}.`];
      if (result.bench.hash !== hash)
        return [`${where} is stale: the cells have changed since. Record it again: npm run record ${id}.`];
      return [];
    }),
  );
}
