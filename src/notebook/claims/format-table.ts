import type { ClaimRun } from "./claim-runs.ts";

/** Characters of a claim in the table. */
const LONGEST_CLAIM = 72;

/** Runs as a table for the terminal, one line a run, with what they add up to. */
export function formatTable(runs: readonly ClaimRun[]): string {
  const rows = runs.map((run) => [
    run.state,
    run.ratio === null || run.interval === null
      ? "–"
      : `${run.ratio} (${run.interval[0]} to ${run.interval[1]})`,
    `${run.engine} ${run.version.split(".")[0]}`,
    `${run.notebook} ${run.experiment}`,
    run.claim.length > LONGEST_CLAIM ? `${run.claim.slice(0, LONGEST_CLAIM - 1)}…` : run.claim,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
  const states = [...new Set(runs.map(({ state }) => state))];
  const counts = states.map((state) => `${runs.filter((run) => run.state === state).length} ${state}`);
  return [...lines, "", `${runs.length} claims: ${counts.join(", ")}.`].join("\n");
}
