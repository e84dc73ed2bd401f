import type { Result } from "../../../bench/types.ts";
import type { NotebookRecord } from "../record.ts";

/** Something in a record that cannot be true. */
export interface Finding {
  /** path of the field, below the result or the record */
  field: string;
  /** what is wrong, as the end of a sentence that begins with the field */
  what: string;
  /** the next step, where it is not to measure again */
  fix?: string;
}

/** Looks at one result; later rules may rely on what earlier ones have made sure of. */
export type Rule = (result: Result) => Finding[];

/** Every result of a record with its path. */
export function allResults({ results, earlier = {} }: NotebookRecord): [path: string, result: Result][] {
  return [
    ...Object.entries(results).map(([name, result]): [string, Result] => [`results.${name}`, result]),
    ...Object.entries(earlier).flatMap(([name, runs]) =>
      runs.map((run, i): [string, Result] => [`earlier.${name}[${i}]`, run]),
    ),
  ];
}
