import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** How often the memory of a build is looked at, in ms. */
const LOOK_MS = 100;

const PAGE_BYTES = 4096;

/** A program that ran to its end. */
export interface Measured {
  seconds: number;
  /** the most that it and all its processes had in memory at once, in bytes; 0 where there is no /proc */
  peakBytes: number;
  /** what it had said last when it had most */
  peakAfter: string;
  /** what it said */
  lines: string[];
}

/**
 * Runs a program of Node and measures it.
 * @throws Error with the end of what it said if it fails
 */
export function measure(args: string[], cwd: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", FORCE_COLOR: undefined };
    const started = performance.now();
    const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let peakBytes = 0;
    let peakAfter = "";
    const look = setInterval(() => {
      const bytes = treeBytes(child.pid ?? 0);
      if (bytes <= peakBytes) return;
      peakBytes = bytes;
      peakAfter = said.trimEnd().split("\n").at(-1) ?? "";
    }, LOOK_MS);
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += part));
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(look);
      const seconds = (performance.now() - started) / 1000;
      if (code === 0) resolve({ seconds, peakBytes, peakAfter, lines: said.split("\n") });
      else reject(new Error(`${args.join(" ")} in ${cwd} ended with ${code}:\n${said.slice(-2000)}`));
    });
  });
}

/** Resident memory of a process and all below it. */
function treeBytes(pid: number): number {
  try {
    const [, resident] = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ");
    const below = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
    );
    return below.reduce((sum, child) => sum + treeBytes(Number(child)), Number(resident) * PAGE_BYTES);
  } catch {
    // it ended meanwhile, or there is no /proc
    return 0;
  }
}
