import { setTimeout as pause } from "node:timers/promises";
import { watchPaths } from "../../site/dev/files.ts";
import type { Finding } from "../check.ts";
import { problemLines } from "../report.ts";
import type { Asked } from "./answer.ts";

/** Folders and files that checks look at; what is installed and what is built is neither. */
const WATCHED = [
  ...["content", "notebooks", "src", "tests", ".github/workflows"],
  ...["package.json", "package-lock.json", "tsconfig.json", "biome.json"],
];

/** Editors save in several steps, and several files at once. */
const settleMs = 60;

export interface Watched {
  root: string;
  /** runs the checks that are concerned, and gives what each found */
  ask: (asked: Asked) => Promise<Finding[]>;
  /** puts all that is wrong now in place of what was shown before */
  show: (lines: string[]) => void;
  /** ends the watch */
  signal: AbortSignal;
}

/** Runs the checks, and after every save those again that it concerns, until the signal fires. */
export async function watchChecks({ root, ask, show, signal }: Watched): Promise<void> {
  const found = new Map<string, string[]>();
  const saved = new Set<string>();
  let wake = () => {};
  const note = (file: string) => {
    saved.add(file);
    wake();
  };
  await watchPaths(root, WATCHED, note, signal);
  let asked: Asked = "everything";
  while (!signal.aborted) {
    const started = performance.now();
    for (const { check, problems } of await ask(asked)) found.set(check, problems);
    show([...linesOf(found), summary(found, performance.now() - started)]);
    if (saved.size === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
    await pause(settleMs);
    asked = [...saved];
    saved.clear();
  }
}

function linesOf(found: ReadonlyMap<string, string[]>): string[] {
  return [...found].flatMap(([check, problems]) => problemLines({ check, problems }));
}

/** "14:03:12: 2 problems, after 0.8 s." */
function summary(found: ReadonlyMap<string, string[]>, ms: number): string {
  const count = [...found.values()].flat().length;
  const what = count === 0 ? "nothing wrong" : `${count} ${count === 1 ? "problem" : "problems"}`;
  return `${new Date().toLocaleTimeString("en-GB")}: ${what}, after ${(ms / 1000).toFixed(1)} s. Waiting for a file to be saved; Ctrl-C ends.`;
}
