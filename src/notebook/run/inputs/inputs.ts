import { words } from "../../../bench/experiment/settings.ts";
import type { Inputs, Setting } from "../../../bench/types.ts";
import type { InputValue } from "../../share/link/state.ts";
import { inputElement } from "../library/generators.ts";
import { type Control, isControl, labelOf, readControl, shownValue, writeControl } from "./control.ts";

/** The inputs of a notebook that is alive, by the names that its cells give to their values. */
export class NotebookInputs {
  private readonly controls = new Map<string, Control>();
  private readonly start = new Map<string, InputValue>();
  /** how a control showed a value that it had */
  private readonly shown = new Map<string, string>();

  /** Told of every value that a cell gives a name to; a cell that is evaluated again may make a new control. */
  note(name: string, value: unknown): void {
    const element = inputElement(value);
    if (!element || !isControl(element)) return;
    this.controls.set(name, element);
    const read = this.read(name, element);
    if (!this.start.has(name)) this.start.set(name, read);
  }

  /** Every input as it is set now, in the order of the page. */
  values(): [name: string, value: InputValue][] {
    return this.ordered().map(([name, control]) => [name, this.read(name, control)]);
  }

  /** True if any is set otherwise than at first. */
  areChanged(): boolean {
    return this.values().some(([name, value]) => !isSame(this.start.get(name), value));
  }

  /** @param uses names that bear on an experiment; all inputs unless given */
  settings(uses?: ReadonlySet<string>): Setting[] {
    return this.ordered()
      .filter(([name]) => uses?.has(name) ?? true)
      .map(([name, control]) => ({
        name,
        label: labelOf(control),
        value: this.read(name, control),
        words: (value) => this.shown.get(keyOf(name, value)) ?? words(value),
      }));
  }

  /** Values of the inputs that bear on an experiment. */
  used(uses: ReadonlySet<string>): Inputs {
    return Object.fromEntries(this.values().filter(([name]) => uses.has(name)));
  }

  /** Sets inputs by name. @returns the names of those that have no such value, or do not exist */
  set(values: readonly [name: string, value: InputValue][]): string[] {
    const refused: string[] = [];
    for (const [name, value] of values) {
      const control = this.controls.get(name);
      if (!control || !writeControl(control, value)) refused.push(name);
    }
    return refused;
  }

  private ordered(): [string, Control][] {
    return [...this.controls].sort(([, a], [, b]) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
  }

  private read(name: string, control: Control): InputValue {
    const value = readControl(control) ?? "";
    this.shown.set(keyOf(name, value), shownValue(control));
    return value;
  }
}

function keyOf(name: string, value: unknown): string {
  return JSON.stringify([name, value]);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
