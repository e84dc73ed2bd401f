import { words } from "../../../bench/experiment/settings.ts";
import { time } from "../../../bench/text/units.ts";
import type { Environment, Inputs, Setting } from "../../../bench/types.ts";

/** "Numbers in the array (n) = 4,096" */
export function sayInput(name: string, setting: Setting | undefined, value: unknown): string {
  const shown = (setting?.words ?? words)(value);
  return setting?.label && setting.label !== name
    ? `${setting.label} (${name}) = ${shown}`
    : `${name} = ${shown}`;
}

/** The same of several, in one line; empty if there are none. */
export function sayInputs(inputs: Inputs, settings: readonly Setting[]): string {
  return Object.entries(inputs)
    .map(([name, value]) =>
      sayInput(
        name,
        settings.find((setting) => setting.name === name),
        value,
      ),
    )
    .join(", ");
}

/** What a browser may tell of the machine. */
export function machineFacts({ cores, isolated, clock, referenceNs }: Environment): string {
  const facts = [
    `${cores} cores`,
    isolated ? "isolated" : "not isolated",
    `clock step ${time(1000 * clock.resolutionUs)}`,
    ...(referenceNs.first > 0 ? [`reference kernel ${time(referenceNs.first)} a step`] : []),
  ];
  return facts.join(", ");
}
