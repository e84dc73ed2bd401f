import { type Declared, misfits } from "../../notebook/record/fits.ts";
import { implausibilities } from "../../notebook/record/plausible/plausible.ts";
import { howToMend, recordFiles } from "../../notebook/record/read-records.ts";
import type { Check } from "../check.ts";
import { bookOf, type EvaluatedNotebook } from "./book.ts";

/** Recorded results, our own and those of readers, belong to their notebook and can be true. */
export const records: Check = {
  name: "recorded results",
  run: async (root) => {
    const { notebooks } = await bookOf(root);
    return notebooks.flatMap((evaluated) => problemsOf(root, evaluated, new Date()));
  },
};

function problemsOf(root: string, evaluated: EvaluatedNotebook, now: Date): string[] {
  const { id, recorded } = evaluated.notebook;
  const files = recordFiles(root, id);
  const declared = declaredIn(evaluated);
  return recorded.flatMap((record, i) =>
    [...misfits(record, id, declared), ...implausibilities(record, now)].map(
      ({ field, what, fix = howToMend(files[i], id) }) => `${files[i]}:1:1: ${field}: ${what}. ${fix}.`,
    ),
  );
}

/** The experiments of a notebook as records are held against them. */
export function declaredIn({ notebook, specs, inputs }: EvaluatedNotebook): Declared[] {
  const textOf = (id: number) => notebook.cells.find((cell) => cell.id === id)?.value ?? "";
  return notebook.experiments.flatMap(({ name, hash, cell, helpers }) => {
    const spec = specs.get(name);
    const imports = textOf(cell).match(/^\s*import .*$/gm) ?? [];
    if (!spec) return [];
    const code = [...helpers.map(textOf), ...imports].join("\n");
    return [{ name, hash, spec, helpers: code, inputs: inputs.get(name) ?? {} }];
  });
}
