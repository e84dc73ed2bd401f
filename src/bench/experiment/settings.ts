import type { Inputs, Outcome, Result, Setting } from "../types.ts";

/** An input that a result was not measured with as it is set now. */
interface Change {
  label: string;
  had: string;
  now: string;
}

/**
 * What has to stand beside results that belong to other inputs than are set now, as sentences; none if all belong to these.
 * Results with the same inputs share a sentence.
 */
export function inputNotes(outcome: Outcome): string[] {
  const { own, ownInputs, recorded } = outcome;
  const whose = new Map<string, string[]>();
  const note = (who: string, result: Result, inputs: Inputs | undefined) => {
    const changes = changedInputs(outcome, result, inputs);
    if (changes.length === 0) return;
    const said = changes.map(({ label, had, now }) => `${label} ${had} (now ${now})`).join(", ");
    whose.set(said, [...new Set([...(whose.get(said) ?? []), who])]);
  };
  if (own) note("your result", own, ownInputs);
  for (const result of recorded) note("the recorded ones", result, result.inputs);
  if (own && outcome.inputsChanged && whose.size === 0)
    return [
      "Your result was measured with other values of this page than it has now. Run measures with these.",
    ];
  return [...whose].map(([said, who]) => {
    const subject = who.length === 1 && who[0] !== "your result" ? "the recorded results" : who.join(" and ");
    const sentence = `${subject[0].toUpperCase()}${subject.slice(1)} had other inputs than are set now: ${said}.`;
    return own && !isStale(outcome) ? sentence : `${sentence} Run measures with those set now.`;
  });
}

/** True if the inputs have changed since the reader's own result was measured. */
export function isStale(outcome: Outcome): boolean {
  const { own, ownInputs, inputsChanged = false } = outcome;
  return own !== null && (inputsChanged || changedInputs(outcome, own, ownInputs).length > 0);
}

/** By the notebook's inputs where the result has them; a result without them has the experiment's parameters only. */
function changedInputs(
  { settings = [], spec }: Outcome,
  { bench }: Result,
  inputs: Inputs | undefined,
): Change[] {
  const then = inputs ?? {};
  const changed = settings
    .filter(({ name, value }) => Object.hasOwn(then, name) && !isSame(then[name], value))
    .map((setting) => change(setting, then[setting.name]));
  if (changed.length > 0) return changed;
  const now = spec.params ?? {};
  return [...new Set([...Object.keys(bench.params), ...Object.keys(now)])]
    .filter((name) => !isSame(bench.params[name], now[name]))
    .map((name) => {
      const value = now[name];
      const known = settings.find((setting) => setting.name === name && isSame(setting.value, value));
      return change(known ?? { name, label: "", value, words }, bench.params[name]);
    });
}

function change({ name, label, value, words }: Setting, had: unknown): Change {
  return { label: label || name, had: words(had), now: words(value) };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Characters of a value in a sentence. */
const LONGEST_VALUE = 60;

/** A value that no control shows. */
export function words(value: unknown): string {
  if (typeof value === "number") return value.toLocaleString("en-GB", { maximumSignificantDigits: 8 });
  if (typeof value === "boolean") return value ? "on" : "off";
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "not set");
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}
