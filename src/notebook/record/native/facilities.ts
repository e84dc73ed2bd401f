import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Step } from "./declared.ts";

/** What a machine offers, as far as native programs ask for it. */
export interface Facilities {
  platform: NodeJS.Platform;
  /** folders that commands are looked for in, as in PATH */
  path: string;
  /** kernel.perf_event_paranoid; null where there is no such setting */
  perfParanoid: number | null;
  /** runs as root */
  root: boolean;
}

/** What brings each tool, for the next step of somebody who lacks it. */
const packages: Record<string, string> = {
  cc: "install gcc and libc6-dev (Debian, Ubuntu), or gcc (Fedora, Arch)",
  gcc: "install gcc and libc6-dev (Debian, Ubuntu), or gcc (Fedora, Arch)",
  clang: "install clang",
  objdump: "install binutils",
  valgrind: "install valgrind",
  cg_annotate: "install valgrind",
  perf: "install linux-perf (Debian), linux-tools-generic (Ubuntu) or perf (Fedora, Arch)",
  strace: "install strace",
  taskset: "install util-linux",
  numactl: "install numactl",
};

/** Above this setting the kernel lets only root count events of its own programs. */
const PARANOID = 2;

export function thisSystem(): Facilities {
  return {
    platform: process.platform,
    path: process.env.PATH ?? "",
    perfParanoid: readSetting("/proc/sys/kernel/perf_event_paranoid"),
    root: process.getuid?.() === 0,
  };
}

/** Whether a command is on the path. */
export function has(command: string, { path }: Facilities): boolean {
  return path.split(delimiter).some((folder) => folder !== "" && isProgram(join(folder, command)));
}

/** Why this machine cannot run these commands, each with the next step; nothing if it can. */
export function missingFor(steps: readonly Step[], system: Facilities): string[] {
  if (system.platform !== "linux")
    return [
      "native programs are recorded on Linux, whose /proc, taskset and perf they use: run this in a virtual machine or a container",
    ];
  const commands = [...new Set(steps.flatMap(commandsOf))];
  const missing = commands.filter((command) => !has(command, system));
  const lines = missing.map(
    (command) => `${command} is missing: ${packages[command] ?? `install what brings ${command}`}`,
  );
  const { perfParanoid, root } = system;
  if (commands.includes("perf") && perfParanoid !== null && perfParanoid > PARANOID && !root)
    lines.push(
      `perf may not count here, since kernel.perf_event_paranoid is ${perfParanoid}: sudo sysctl kernel.perf_event_paranoid=1`,
    );
  return lines;
}

/** Words of the shell that are no programs, or that every Unix has. */
const builtIn = new Set(
  [
    "cd",
    "echo",
    "exit",
    "for",
    "do",
    "done",
    "if",
    "then",
    "else",
    "fi",
    "while",
    "true",
    "false",
    "test",
    "[",
  ].concat(["export", "set", "sh", "read", "printf", "!"]),
);

/** The commands that a step calls: the first word of each part of a pipeline or list, but for what it has built itself. */
export function commandsOf({ run, pinned }: Step): string[] {
  const parts = withoutQuotes(run).split(/\|\||&&|[|;\n]/);
  const words = parts.map((part) =>
    part
      .trim()
      .split(/\s+/)
      .find((word) => !/^\w+=/.test(word)),
  );
  const named = words.filter((word) => word !== undefined && /^[\w.+-]+$/.test(word) && !builtIn.has(word));
  return [...(pinned ? ["taskset"] : []), ...(named as string[])];
}

/** What is quoted may hold anything that looks like a command. */
function withoutQuotes(text: string): string {
  return text.replace(/'[^']*'|"(?:\\.|[^"\\])*"/g, "''");
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function readSetting(path: string): number | null {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
