import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { cpus, loadavg, release } from "node:os";
import { isVirtual } from "../machine.ts";
import type { Step } from "./declared.ts";
import { commandsOf } from "./facilities.ts";

/** Compilers and other tools whose version bears on what is measured, with the argument that asks for it. */
const versions: Record<string, string> = {
  cc: "compiler",
  gcc: "compiler",
  clang: "compiler",
  valgrind: "valgrind",
  node: "node",
};

/**
 * What a reader must know of the machine and the tools: no name of the machine or of its user, no path.
 * @param core that pinned commands keep to, or null
 */
export function machineFacts(steps: readonly Step[], core: number | null, now: Date): Record<string, string> {
  const tools = [...new Set(steps.flatMap(commandsOf))].filter((tool) => Object.hasOwn(versions, tool));
  return {
    date: now.toISOString().slice(0, 10),
    cpu: processor(),
    caches: caches(),
    kernel: `Linux ${release().split("-")[0]}`,
    ...Object.fromEntries(tools.map((tool) => [versions[tool], versionOf(tool)])),
    ...(core !== null && { pinned: `to core ${core}` }),
    load: loadavg()[0].toFixed(2),
  };
}

/** "AMD EPYC, family 25 model 17, virtual machine, 2 cores" */
function processor(): string {
  const text = read("/proc/cpuinfo");
  const field = (name: string) => new RegExp(`^${name}\\s*: (.*)$`, "m").exec(text)?.[1].trim();
  const [family, model] = [field("cpu family"), field("model")];
  const count = cpus().length;
  return [
    field("model name") ?? cpus()[0]?.model ?? "unknown processor",
    ...(family && model ? [`family ${family} model ${model}`] : []),
    ...(isVirtual() ? ["virtual machine"] : []),
    `${count} core${count === 1 ? "" : "s"}`,
  ].join(", ");
}

/** "L1d 32 KiB, L1i 32 KiB, L2 1 MiB, L3 32 MiB", as the kernel reports those of the first core. */
function caches(): string {
  const folders = globSync("/sys/devices/system/cpu/cpu0/cache/index*").sort();
  const listed = folders.map((folder) => {
    const [level, type, size] = ["level", "type", "size"].map((name) => read(`${folder}/${name}`).trim());
    const kind = type === "Data" ? "d" : type === "Instruction" ? "i" : "";
    return `L${level}${kind} ${readable(size)}`;
  });
  return listed.length > 0 ? `${listed.join(", ")}, as reported` : "not reported";
}

/** "32K" is "32 KiB", "32768K" is "32 MiB". */
export function readable(size: string): string {
  const kib = /^(\d+)K$/.exec(size);
  if (!kib) return size;
  const count = Number(kib[1]);
  return count >= 1024 && count % 1024 === 0 ? `${count / 1024} MiB` : `${count} KiB`;
}

function versionOf(tool: string): string {
  const { stdout } = spawnSync(tool, ["--version"], { encoding: "utf8", timeout: 10_000 });
  return stdout?.split("\n")[0].trim() || "unknown version";
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
