type Control = HTMLInputElement | HTMLSelectElement;

/** The inputs that the build rendered, which a reader may use until the live ones stand in their place. */
export interface StillInputs {
  controls: Control[];
  /** the one that has the focus */
  focused: number;
}

/** Resolves once no slider is held: one that is replaced while it is dragged would let go of the finger. */
export async function stillInputs(outputs: Element[]): Promise<StillInputs> {
  const all = controls(outputs);
  if (all.some((control) => control.matches("[type=range]:active")))
    await new Promise((resolve) => {
      for (const type of ["pointerup", "pointercancel"]) addEventListener(type, resolve, { once: true });
    });
  return { controls: all, focused: all.indexOf(document.activeElement as Control) };
}

/**
 * Gives the live inputs, in the same order, what the reader has set their pictures to, and the focus. Only what differs from
 * what the live ones have at first: in a picture the number beside a slider does not follow it.
 */
export function carryInputs(still: StillInputs, outputs: Element[]): void {
  const live = controls(outputs);
  if (live.length !== still.controls.length) return;
  const first = live.map(currentValue);
  for (const [place, control] of live.entries()) {
    const value = currentValue(still.controls[place]);
    if (isSame(value, first[place])) continue;
    if (isToggle(control)) control.checked = value === "true";
    else control.value = value;
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
    if (isToggle(control)) control.dispatchEvent(new Event("click", { bubbles: true }));
  }
  if (document.activeElement === document.body) live[still.focused]?.focus({ preventScroll: true });
}

/** Browsers write the number of a slider anew: 5.321928094887363 becomes 5.32192809488736. */
function isSame(a: string, b: string): boolean {
  return a === b || (a !== "" && b !== "" && Math.abs(Number(a) - Number(b)) <= 1e-9 * Math.abs(Number(b)));
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
