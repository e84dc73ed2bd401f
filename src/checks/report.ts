import type { Finding } from "./check.ts";

/** What a check found, as a terminal shows it; nothing if nothing is wrong. */
export function problemLines({ check, problems }: Finding): string[] {
  return problems.length === 0 ? [] : [check, ...problems.map((line) => `  ${line}`), ""];
}
