type Control = HTMLInputElement | HTMLSelectElement;

/** What the reader has set on the inputs that the build rendered, before the cells are live. */
export function readInputs(outputs: Element[]): string[] {
  return controls(outputs).map(currentValue);
}

/** Gives the live inputs, in the same order, the values that their pictures had. */
export function carryInputs(values: string[], outputs: Element[]): void {
  const live = controls(outputs);
  if (live.length !== values.length) return;
  for (const [i, control] of live.entries()) {
    if (currentValue(control) === values[i]) continue;
    if (isToggle(control)) control.checked = values[i] === "true";
    else control.value = values[i];
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
    if (isToggle(control)) control.dispatchEvent(new Event("click", { bubbles: true }));
  }
}

function controls(outputs: Element[]): Control[] {
  return outputs.flatMap((output) => [...output.querySelectorAll<Control>("input, select")]);
}

function isToggle(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

function currentValue(control: Control): string {
  return isToggle(control) ? String(control.checked) : control.value;
}
