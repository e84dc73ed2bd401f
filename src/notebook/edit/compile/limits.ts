import type { AnalysedCell } from "../../compile/analyse/cell.ts";
import { pageBuiltins } from "../../compile/names.ts";
import { type Experiment, kindOf } from "../../compile/partition.ts";
import { isKernel } from "../../compile/wasm/kernel.ts";
import type { Edits } from "../edits.ts";
import type { Mistake } from "../mistake.ts";
import type { Editable } from "./compile-edits.ts";

/** A cell that the worker evaluates must go on doing without the page. */
export function changedKinds({ cells }: Editable, analysed: AnalysedCell[], edits: Edits): Mistake[] {
  return analysed.flatMap((cell) => {
    const { id } = cell.source;
    const before = cells.find((known) => known.id === id);
    const kind = kindOf(cell);
    if (!edits.has(id) || !before || kind === before.kind) return [];
    const mistake = (name: string | undefined, message: string) => [
      { cell: id, offset: cell.offsets.get(name ?? "") ?? 0, message },
    ];
    const page = cell.needsPage ?? cell.inputs.find((name) => pageBuiltins.has(name));
    if (kind === "host" && page)
      return mistake(
        page,
        `This cell is evaluated in a worker, where “${page}” does not exist. Take it out: edited code cannot change the page.`,
      );
    if (before.kind === "pure" && kind === "bench")
      return mistake(
        "experiment",
        "An experiment can stand only where the notebook has one. Change that cell instead.",
      );
    return mistake(
      undefined,
      `This cell declares nothing any more. Declare ${before.name}, which other cells use.`,
    );
  });
}

/** Charts and sentences of the page use an experiment by its name. */
export function changedNames({ experiments, cells }: Editable, measured: Experiment[]): Mistake[] {
  return experiments.flatMap(({ name, cell: id }) => {
    const now = measured.find(({ cell }) => cell.source.id === id);
    if (!now || now.name === name || !cells.some((cell) => cell.id === id)) return [];
    const offset = now.cell.offsets.get(now.name) ?? 0;
    const message = `The charts of this notebook show “${name}”. Write const ${name} = view(experiment({…})), as it was.`;
    return [{ cell: id, offset, message }];
  });
}

/** The worker's script has the libraries that the notebook needed when the book was built, and no others. */
export function missingLibraries({ workerLibraries, kernels }: Editable, needed: AnalysedCell[]): Mistake[] {
  return needed.flatMap((cell) =>
    cell.imports.flatMap(({ library, names, offset }) => {
      const mistake = (message: string) => [{ cell: cell.source.id, offset, message }];
      if (library !== "#bench" && !workerLibraries.includes(library)) {
        const others = workerLibraries.filter((name) => name !== "#bench");
        const fix = others.length > 0 ? `It has ${others.join(", ")}` : "It has none";
        return mistake(
          `The worker of this notebook does not have “${library}”. ${fix}; download the notebook to use more.`,
        );
      }
      if (!isKernel(library)) return [];
      const exports = Object.keys(kernels.find(({ specifier }) => specifier === library)?.exports ?? {});
      const offered = [...exports, "instantiate"];
      const missing = names.map(([name]) => name).find((name) => name !== "*" && !offered.includes(name));
      return missing
        ? mistake(`“${library}” does not export “${missing}”. It exports ${offered.join(", ")}.`)
        : [];
    }),
  );
}
