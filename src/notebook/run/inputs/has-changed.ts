/** True if a control that the build rendered is set otherwise than it was rendered. */
export function hasChanged(control: HTMLInputElement | HTMLSelectElement): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
  const { type, value, defaultValue, checked, defaultChecked } = control;
  // a box without a value of its own says “on”, and has no default value
  if (type === "checkbox" || type === "radio") return checked !== defaultChecked;
  // browsers write the number of a slider anew: 5.321928094887363 becomes 5.32192809488736
  if (type === "range")
    return Math.abs(Number(value) - Number(defaultValue)) > 1e-9 * Math.abs(Number(defaultValue));
  return value !== defaultValue;
}
