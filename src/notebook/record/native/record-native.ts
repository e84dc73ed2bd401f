import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DeclaredNative, DeclaredOutput } from "./declared.ts";
import { execute } from "./execute.ts";
import { type Facilities, missingFor } from "./facilities.ts";
import { machineFacts } from "./machine-facts.ts";
import { formatOutput, hashOf } from "./output.ts";

/** What became of the outputs asked for, as lines for whoever asked. */
export interface NativeReport {
  recorded: string[];
  /** outputs that were left as they were, each with the reason and the next step */
  refused: string[];
}

/**
 * Compiles and runs the declared programs and writes their raw output. An output is written whole or not at all.
 * @param root the project's folder
 * @param core that pinned commands keep to
 */
export function recordNative(
  root: string,
  { folder, outputs }: DeclaredNative,
  system: Facilities,
  core: number,
): NativeReport {
  const report: NativeReport = { recorded: [], refused: [] };
  for (const output of outputs) {
    const file = `${folder}/${output.name}.txt`;
    const missing = missingFor(output.steps, system);
    if (missing.length > 0) {
      report.refused.push(`${file} stays as it was: ${missing.join("; ")}.`);
      continue;
    }
    try {
      writeFileSync(join(root, file), recordOutput(root, folder, output, core));
      report.recorded.push(file);
    } catch (error) {
      report.refused.push(`${file} stays as it was: ${(error as Error).message}`);
    }
  }
  return report;
}

function recordOutput(root: string, folder: string, output: DeclaredOutput, core: number): string {
  const { steps } = output;
  const pinned = steps.some((step) => step.pinned);
  const machine = machineFacts(steps, pinned ? core : null, new Date());
  return formatOutput({
    machine,
    hash: hashOf(root, folder, output),
    steps: execute(root, folder, steps, core),
  });
}
