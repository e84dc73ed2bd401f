/** Prints the acceptance table from everything in `recorded/`. */
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Compared } from "./page.ts";
import type { Test, Trial } from "./sample.ts";

type Line = Trial & Compared;

const share = (lines: Line[], f: (line: Line) => boolean) => `${lines.filter(f).length} of ${lines.length}`;
const differs = ({ verdict }: Line) => verdict === "faster" || verdict === "slower";
const holds =
  (x: number) =>
  ({ interval: [low, high] }: Line) =>
    low <= x && x <= high;

/** What each test says, and what it should. */
const rows: [Test, string, string, (lines: Line[]) => string][] = [
  [
    "same",
    "a kernel against itself called faster or slower",
    "at most 5 %",
    (lines) => share(lines, differs),
  ],
  ["same", "called same", "at least 80 %", (lines) => share(lines, ({ verdict }) => verdict === "same")],
  ["same", "first-listed the faster", "45 to 55 %", (lines) => share(lines, ({ ratio }) => ratio > 1)],
  [
    "five-percent",
    "1.05 times the work called slower",
    "at least 90 %",
    (lines) => share(lines, ({ verdict }) => verdict === "slower"),
  ],
  ["five-percent", "interval contains 1.05", "at least 92 %", (lines) => share(lines, holds(1.05))],
  [
    "half-percent",
    "1.005 times the work called same",
    "at least 80 %",
    (lines) => share(lines, ({ verdict }) => verdict === "same"),
  ],
  ["half-percent", "called faster or slower", "at most 5 %", (lines) => share(lines, differs)],
  ["bias", "time over one long measurement", "0.98 to 1.02 from 1 us up", (lines) => bySize(lines)],
];

const middle = (xs: number[]) => xs.sort((a, b) => a - b)[xs.length >> 1];

/** Median of harness over shot for each length of the chain. */
function bySize(lines: Line[]): string {
  const sizes = [...new Set(lines.map(({ pair }) => pair.sizes?.[0] ?? 0))].sort((a, b) => a - b);
  const quotients = (size: number) =>
    lines
      .filter(({ pair }) => pair.sizes?.[0] === size)
      .map(({ typicalNs, shotNs = Number.NaN }) => typicalNs[0] / shotNs);
  return sizes.map((size) => `${size} steps ${middle(quotients(size)).toFixed(3)}`).join(", ");
}

for (const file of globSync(fileURLToPath(new URL("recorded/*.jsonl", import.meta.url))).sort()) {
  const lines = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  console.log(`\n${basename(file, ".jsonl")}: ${lines.length} comparisons`);
  for (const [test, what, target, say] of rows) {
    const of = lines.filter((line) => line.test === test);
    if (of.length > 0) console.log(`  ${what}: ${say(of)} (${target})`);
  }
  const names = [...new Set(lines.map(({ pair }) => pair.kernel))];
  const noise = names.map(
    (name) =>
      `${name} ${(100 * middle(lines.filter(({ pair }) => pair.kernel === name).map((l) => l.blockNoise))).toFixed(1)} %`,
  );
  console.log(`  block noise, median: ${noise.join(", ")} (the protocol assumes at most 4 %)`);
  const elapsed = lines.map(({ elapsedMs }) => elapsedMs).sort((a, b) => a - b);
  console.log(
    `  time of a run, 95th percentile: ${(elapsed[Math.floor(0.95 * elapsed.length)] / 1000).toFixed(2)} s (at most 3.0 s)`,
  );
  console.log(
    `  longest task on the page: ${Math.max(...lines.map(({ longestTaskMs }) => longestTaskMs)).toFixed(0)} ms (at most 50 ms)`,
  );
}
