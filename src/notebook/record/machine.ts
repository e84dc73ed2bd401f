import { existsSync, readFileSync } from "node:fs";
import { cpus, type as osType, release, totalmem } from "node:os";
import type { Machine } from "./record.ts";

/** This machine as Node sees it. */
export function thisMachine(): Machine {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return {
    cpu: processors[0]?.model.trim() ?? "unknown processor",
    os: `${distribution()}, kernel ${release().split("-")[0]}`,
    note: isVirtual()
      ? `virtual machine, ${processors.length} cores, ${memory}`
      : `${processors.length} cores, ${memory}`,
  };
}

/** Whether the processor says that it is a guest's. */
export function isVirtual(): boolean {
  return existsSync("/proc/cpuinfo") && /^flags.*\bhypervisor\b/m.test(readFileSync("/proc/cpuinfo", "utf8"));
}

function distribution(): string {
  if (!existsSync("/etc/os-release")) return osType();
  return /^PRETTY_NAME="(.*)"/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? osType();
}
