import type { Result } from "../../bench/types.ts";
import { ratio, time } from "../../charts/parts/format.ts";
import { type ResultNumber, resultNumber } from "../../study/predict/result-number.ts";
import { stop } from "../book/load-book.ts";
import { recordsOf } from "./records.ts";

const browsers = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };

/** Which number of a recorded result a sentence uses. */
export interface RecordedNumber extends ResultNumber {
  notebook: string;
  /** name of the experiment's output in the notebook */
  experiment: string;
  browser?: keyof typeof browsers;
}

/** The number as text, "4.1 ns" or "4.6×". Ends the build with one line if the record has no such number. */
export function recordedText(wanted: RecordedNumber): string {
  // the recorder builds the pages that it is about to record
  if (process.env.HOT_PATH_RECORDING) return "…";
  const { browser = "chromium" } = wanted;
  const number = recordedIn(wanted, browser);
  return number === undefined ? absent(wanted) : valueText(wanted, number);
}

/** Where the number comes from, in one line. */
export function recordedOrigin({ notebook, experiment, of }: RecordedNumber): string {
  return `Recorded in notebook ${notebook}, experiment ${experiment}, ${of}`;
}

/** The least and the most that the browsers recorded. Ends the build with one line if none did. */
export function recordedRange(wanted: Omit<RecordedNumber, "browser">): [number, number] {
  if (process.env.HOT_PATH_RECORDING) return [1, 1];
  const names = Object.keys(browsers) as (keyof typeof browsers)[];
  const found = names.map((browser) => recordedIn(wanted, browser)).filter((n) => n !== undefined);
  return found.length === 0 ? absent(wanted) : [Math.min(...found), Math.max(...found)];
}

/** The parameters that the record was measured with, as JSON. */
export function recordedParams({
  notebook,
  experiment,
}: Pick<RecordedNumber, "notebook" | "experiment">): string {
  const result = recordsOf(notebook).find((record) => record.results[experiment])?.results[experiment];
  return JSON.stringify(result?.bench.params ?? {});
}

/** A number of this kind as prose writes it. */
export function valueText({ value }: Pick<RecordedNumber, "value">, number: number): string {
  return value === "ratio" ? ratio(number) : time(number);
}

function recordedIn(wanted: RecordedNumber, browser: keyof typeof browsers): number | undefined {
  const results = recordsOf(wanted.notebook).map((record) => record.results[wanted.experiment]);
  const isIts = (result: Result | undefined) => result?.environment.browser.name === browsers[browser];
  const result = results.find(isIts);
  return result && resultNumber(result, wanted);
}

function absent(wanted: RecordedNumber): never {
  return stop([
    `a chapter uses ${JSON.stringify(wanted)}, which is not in notebooks/${wanted.notebook}.recorded. Run npm run record ${wanted.notebook}, or correct the names.`,
  ]);
}
