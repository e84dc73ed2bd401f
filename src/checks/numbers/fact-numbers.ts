import { type NativeOutput, parseOutput } from "../../notebook/record/native/output.ts";
import type { Fact } from "../../site/numbers/facts.ts";
import { compute } from "./arithmetic.ts";

/** What is wrong with a fact, and the fix. */
export type Problem = [what: string, fix: string];

type Measured = Extract<Fact["source"], { kind: "measured" }>;

/** Files of raw output that `npm run record -- --native` writes. */
export const NATIVE_OUTPUT = /^notebooks\/[^/]+\/native\/[^/]+\.txt$/;

/** A fact that was measured natively: its source is raw output of the same day that holds its number. */
export function numberProblems({ value }: Pick<Fact, "value">, source: Measured, text: string): Problem[] {
  let output: NativeOutput;
  try {
    output = parseOutput(text);
  } catch (error) {
    return [
      [
        `${source.file} is no raw output: ${(error as Error).message}`,
        "Record it: npm run record -- --native",
      ],
    ];
  }
  const { date } = output.machine;
  if (date !== source.date)
    return [
      [
        `it is of ${source.date}, and its source was recorded on ${date}`,
        `Look whether ${source.file} still says so, then set the value and the date`,
      ],
    ];
  const found = numbersIn(output);
  return source.derived === undefined
    ? lost([value].flat(), found, source.file)
    : derivedProblems([value].flat(), source.derived, found, source.file);
}

/** Every number that stands in what the commands said. */
function numbersIn({ steps }: NativeOutput): Set<number> {
  const text = steps.map((step) => step.output).join("\n");
  const tokens = text.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  return new Set(tokens.map((token) => Number(token.replaceAll(",", ""))));
}

function lost(wanted: number[], found: Set<number>, file: string): Problem[] {
  return wanted
    .filter((number) => !found.has(number))
    .map((number) => [
      `the number ${number} does not stand in ${file}`,
      "Correct it, or write under source how it follows, as in derived: (3.53 - 0.54) / 2",
    ]);
}

function derivedProblems(values: number[], derived: string, found: Set<number>, file: string): Problem[] {
  try {
    const { value, numbers } = compute(derived);
    // a share or a count may be the author's own, a time may not
    const missing = lost(
      numbers.filter((number) => !Number.isInteger(number)),
      found,
      file,
    );
    if (missing.length > 0) return missing;
    if (values.length === 1 && Math.abs(values[0] - value) <= lastDigit(values[0])) return [];
    return [
      [`${derived} is ${Number(value.toPrecision(6))}, not ${values.join(" to ")}`, "Correct one of them"],
    ];
  } catch (error) {
    return [[(error as Error).message, "Write numbers, + - * / and parentheses"]];
  }
}

/** One unit of the last digit that is written: 0.1 for 5.7. */
function lastDigit(value: number): number {
  const [, digits = ""] = String(value).split(".");
  return 1.000001 * 10 ** -digits.length;
}
