import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Whether this system tells what its processes do. */
export const tellsProcesses = existsSync("/proc/self/stat");

/** Ticks in a second of the times in /proc: USER_HZ, which is 100 on all of Linux (man 5 proc, man 7 time). */
const TICKS = 100;

/** Seconds of processor time that all processes begun by this one have used. */
export function processorSeconds(): number {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap(read);
  const family = new Set([process.pid]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  family.delete(process.pid);
  return all.filter(({ pid }) => family.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS;
}

function read(pid: string): { pid: number; parent: number; ticks: number }[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // the second field is the name, in parentheses, and may hold anything
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return [{ pid: Number(pid), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    return [];
  }
}
