import { EDITED } from "../../bench/edited.ts";
import type { BookNotebook } from "../../notebook/compile/book.ts";
import { findNotebooks, missingNotebooks } from "../../notebook/compile/find.ts";
import { howToMend, recordFiles } from "../../notebook/record/read-records.ts";
import type { Check } from "../check.ts";
import { bookOf } from "./book.ts";

/** Every notebook compiles and runs at rest, every chapter names notebooks that exist, and no recorded result is stale. */
export const notebooks: Check = {
  name: "notebooks",
  run: async (root) => {
    const { notebooks, broken } = await bookOf(root);
    const missing = missingNotebooks(root, [...findNotebooks(root).keys()]);
    return [
      ...[...broken.values(), missing].flat().map(({ message }) => message),
      ...notebooks.flatMap(({ notebook }) => staleRecords(root, notebook)),
    ];
  },
};

function staleRecords(root: string, { id, experiments, recorded }: BookNotebook): string[] {
  const files = recordFiles(root, id);
  return recorded.flatMap(({ results }, i) =>
    experiments.flatMap(({ name, hash }) => {
      const found = results[name]?.bench.hash;
      // that it is of edited code is told with the records
      if (found === hash || found === EDITED) return [];
      const what =
        found === undefined
          ? `the result of “${name}” is missing`
          : `the result of “${name}” is stale: the cells have changed since`;
      return [`${files[i]}:1:1: ${what}. ${howToMend(files[i], id)}.`];
    }),
  );
}
