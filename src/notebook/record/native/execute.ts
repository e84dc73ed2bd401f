import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { homedir, hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { Step } from "./declared.ts";
import { sourcesOf } from "./output.ts";

/** ms that one command may take. */
const PATIENCE_MS = 300_000;

/** Characters of one command's output: what is longer is no page of a book. */
const LONGEST_OUTPUT = 100_000;

/** Names of machine and user that are shorter, or mean anybody, would be found in any text. */
const SHORTEST_NAME = 4;
const anybody = ["localhost", "root", "user", "debian", "ubuntu", "fedora"];

/**
 * Runs commands in a fresh folder that holds copies of the sources, so that nothing is left beside them.
 * Throws an error that ends with the next step if one fails, hangs, or tells who we are.
 */
export function execute(
  root: string,
  folder: string,
  steps: readonly Step[],
  core: number,
): { command: string; output: string }[] {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "native-")));
  try {
    for (const name of sourcesOf(root, folder)) copyFileSync(join(root, folder, name), join(scratch, name));
    return steps.map((step) => {
      const output = call(step, scratch, core).replaceAll(`${scratch}/`, "").replaceAll(scratch, ".");
      refuseNames(step.run, output);
      return { command: (step.as ?? step.run).trim().replaceAll("\n", "; "), output: output.trimEnd() };
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function call({ run, pinned, mayFail = false }: Step, cwd: string, core: number): string {
  // one stream, so that what a program says stands in its order
  const shell = ["sh", "-c", `exec 2>&1\n${run}`];
  const [command, ...args] = pinned ? ["taskset", "-c", String(core), ...shell] : shell;
  const { stdout, status, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    timeout: PATIENCE_MS,
    maxBuffer: LONGEST_OUTPUT,
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === "ETIMEDOUT")
    throw new Error(`“${run}” did not end within ${PATIENCE_MS / 60_000} minutes. Give it less work.`);
  if (code === "ENOBUFS")
    throw new Error(`“${run}” wrote more than ${LONGEST_OUTPUT} characters. Keep what matters: “… | head”.`);
  if (error) throw new Error(`“${run}” could not be started: ${error.message}.`);
  if (status !== 0 && !mayFail)
    throw new Error(`“${run}” failed: ${firstError(stdout)}. Correct it and run again.`);
  return stdout;
}

/** The line that says what is wrong: compilers mark it. */
function firstError(output: string): string {
  const lines = output.trim().split("\n");
  return (lines.find((line) => /\berror\b/i.test(line)) ?? lines.at(-1) ?? "").replace(/\.$/, "");
}

/** Raw output goes into a public book: it must not name the machine, its user or a folder of theirs. */
function refuseNames(run: string, output: string): void {
  const names = [hostname(), userInfo().username].filter(
    (name) => name.length >= SHORTEST_NAME && !anybody.includes(name),
  );
  const home = `${homedir()}/`;
  const found = output.includes(home)
    ? home
    : names.find((name) => new RegExp(`\\b${literal(name)}\\b`).test(output));
  if (found)
    throw new Error(
      `“${run}” names this machine or its user (“${found}”). Let it print names of files only.`,
    );
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
