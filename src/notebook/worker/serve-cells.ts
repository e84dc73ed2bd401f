import type { Spec } from "../../bench/types.ts";
import { serve } from "../../bench/worker/worker.ts";

/** A cell as the compiler wrote it into the worker's script. */
interface WorkerCell {
  inputs: string[];
  outputs: string[];
  body: (...inputs: unknown[]) => Promise<Record<string, unknown>>;
}

/** What the page sends along with a job: the bench cell to evaluate, and the host values it captures. */
export interface Captures {
  cell: number;
  values: Record<string, unknown>;
}

/** Libraries bundled into this script, by the name that cells import. */
export const libraries: Record<string, unknown> = {};

/** Libraries that are made when a cell first imports them, by that name. */
export const lazyLibraries: Record<string, () => Promise<unknown>> = {};

let declared: Spec | undefined;

/** On the page an experiment is an element; here it only hands over what is to be measured. */
function experiment(spec: Spec): Spec {
  declared = spec;
  return spec;
}

/** What `import … from "…"` in a cell becomes. */
export function lib(name: string): unknown {
  if (name === "#bench") return { experiment };
  return name in lazyLibraries ? lazyLibraries[name]() : libraries[name];
}

/** Answers the harness with the experiment that a bench cell declares, evaluating the pure cells it needs. */
export function serveCells(cells: Record<number, WorkerCell>): void {
  serve(async (captures) => {
    const { cell, values } = captures as unknown as Captures;
    const known = new Map<string, unknown>(Object.entries({ ...values, view: identity, display: identity }));
    await evaluate(cells[cell], cells, known);
    if (!declared) throw new Error("the cell declared no experiment");
    return declared;
  });
}

async function evaluate(
  cell: WorkerCell,
  cells: Record<number, WorkerCell>,
  known: Map<string, unknown>,
): Promise<void> {
  for (const name of cell.inputs) {
    const source = known.has(name) ? undefined : Object.values(cells).find((c) => c.outputs.includes(name));
    if (source && source !== cell) await evaluate(source, cells, known);
  }
  const inputs = cell.inputs.map((name) =>
    known.has(name) ? known.get(name) : (globalThis as Record<string, unknown>)[name],
  );
  const exports = await cell.body(...inputs);
  for (const name of cell.outputs) known.set(name, await exports[name]);
}

function identity<T>(value: T): T {
  return value;
}
