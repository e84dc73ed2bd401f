import type { Module, Variable } from "@observablehq/runtime";
import type { HostCell } from "./cell.ts";
import { input } from "./library/generators.ts";
import { clear, show } from "./library/show.ts";

/** Where a cell's output goes, and who is told how it fared. */
export interface CellState {
  root: Element;
  settled: (cell: HostCell, error?: unknown) => void;
  /** told of every value that the cell gives a name to */
  named: (name: string, value: unknown) => void;
}

/** Gives a cell another body and other inputs; names and manner of display stay. */
export type Redefine = (inputs: string[], body: HostCell["body"]) => void;

/**
 * Defines a cell's variables on a runtime module, after the semantics of Observable Notebook Kit: a cell that calls
 * `display` or `view` shows what it passes to them, an expression shows its value, a program exports its declarations.
 * `display` is the cell's own; calls left over from an earlier evaluation throw.
 */
export function define(module: Module, cell: HostCell, state: CellState): Redefine {
  const { id, inputs, outputs, output, body } = cell;
  const variable = module.variable(observer(cell, state), { shadow: {} });
  const name = output ?? (outputs.length > 0 ? `cell ${id}` : null);
  const redefine: Redefine = (inputs, body) => {
    if (usesDisplay(cell)) shadowDisplay(variable, inputs, state);
    variable.define(name, inputs, body);
  };
  redefine(inputs, body);
  if (output) return redefine;
  for (const exported of outputs)
    module.variable(true).define(exported, [`cell ${id}`], (all: Record<string, unknown>) => {
      state.named(exported, all[exported]);
      return all[exported];
    });
  return redefine;
}

function usesDisplay(cell: HostCell): boolean {
  return (
    (cell.mode === "js" || cell.mode === "ts") &&
    (cell.inputs.includes("display") || cell.inputs.includes("view"))
  );
}

/**
 * Gives the cell its own `display` and `view`: variables of the runtime that depend on the cell's other inputs, so that
 * they are fresh whenever the cell is.
 */
function shadowDisplay(variable: Variable, inputs: string[], state: CellState): void {
  const Variable = variable.constructor as new (
    type: number,
    module: unknown,
    observer?: unknown,
    options?: unknown,
  ) => Variable;
  const implicit = 2;
  let shown = -1;
  const display = new Variable(implicit, variable._module);
  display.define(
    inputs.filter((name) => name !== "display" && name !== "view"),
    () => {
      const version = variable._version;
      return (value: unknown) => {
        if (version < shown)
          throw new Error("display was called by an evaluation of this cell that is no longer current");
        if (version > shown) clear(state.root);
        shown = version;
        show(state.root, value);
        return value;
      };
    },
  );
  variable._shadow?.set("display", display);
  if (!inputs.includes("view")) return;
  const view = new Variable(implicit, variable._module, null, { shadow: {} });
  view._shadow?.set("display", display);
  view.define(
    ["display"],
    (show: (value: HTMLElement) => HTMLElement) => (value: HTMLElement) => input(show(value)),
  );
  variable._shadow?.set("view", view);
}

function observer(cell: HostCell, state: CellState) {
  return {
    _node: state.root,
    pending() {},
    fulfilled(value: unknown) {
      if (cell.autodisplay) {
        clear(state.root);
        show(state.root, value);
      } else if (!usesDisplay(cell)) clear(state.root);
      state.settled(cell);
    },
    rejected(error: unknown) {
      clear(state.root);
      state.settled(cell, error ?? new Error("undefined was thrown"));
    },
  };
}
