import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dayText } from "../../bench/text/day.ts";
import { type NativeOutput, parseOutput } from "../../notebook/record/native/output.ts";
import { stop } from "../book/load-book.ts";

/**
 * Raw output of a native program, as `npm run record -- --native` kept it.
 * Ends the build with one line if there is none, or no such command in it.
 * @param src "branches/branch" for `notebooks/branches/native/branch.txt`
 * @param command how the commands wanted begin; all unless given
 */
export function loadNative(src: string, command = ""): NativeOutput {
  const [chapter, name] = src.split("/");
  const file = `notebooks/${chapter}/native/${name}.txt`;
  const path = join(process.cwd(), file);
  if (!existsSync(path))
    return stop([
      `${file}: a chapter shows this raw output, but there is none. Record it: npm run record -- --native ${chapter}`,
    ]);
  const output = parseOutput(readFileSync(path, "utf8"));
  const steps = output.steps.filter((step) => step.command.startsWith(command));
  if (steps.length === 0)
    return stop([
      `${file}: no command in it begins with “${command}”. Name one of its lines that begin with “$ ”.`,
    ]);
  return { ...output, steps };
}

/** Commands and what they said, as a terminal shows them. */
export function nativeText({ steps }: NativeOutput): string {
  return steps.map(({ command, output }) => `$ ${command}\n${output}`.trimEnd()).join("\n");
}

/** "Measured 20 November 2026 on AMD EPYC, 2 cores; L1d 32 KiB; Linux 6.18.44; gcc 12.2.0." */
export function nativeMachine({ machine }: NativeOutput): string {
  const { date, cpu, caches, kernel, compiler, valgrind, node } = machine;
  const parts = [cpu, caches, kernel, compiler, valgrind, node && `Node ${node}`];
  return `Measured ${dayText(date)} on ${parts.filter(Boolean).join("; ")}.`;
}
