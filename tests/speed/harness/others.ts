import { readdirSync, readFileSync } from "node:fs";

/** Jiffies a second, as Linux tells times to programs: USER_HZ, 100 on every platform that browsers run on. */
const HZ = 100;

interface Busy {
  /** s of processor time that the whole machine has spent working */
  all: number;
  /** s of this process and its children */
  own: number;
  /** s since the machine started, by the wall clock */
  at: number;
}

/** How busy the machine was so far; null where /proc does not tell. */
function busy(): Busy | null {
  try {
    // user, nice, system; then idle and iowait, which are no work; then irq and softirq
    const [user, nice, system, , , irq, softirq] = readFileSync("/proc/stat", "utf8")
      .split("\n")[0]
      .split(/\s+/)
      .slice(1)
      .map(Number);
    const [at] = readFileSync("/proc/uptime", "utf8").split(" ").map(Number);
    return { all: (user + nice + system + irq + softirq) / HZ, own: ownTime(), at };
  } catch {
    return null;
  }
}

/** s of processor time of this process and all below it, those that have ended included. */
function ownTime(): number {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        // the name of a program may hold spaces and brackets, so the fields are counted from its end
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const [parent, ...times] = [1, 11, 12, 13, 14].map((field) => Number(fields[field]));
        return [{ pid: Number(pid), parent, jiffies: times.reduce((a, b) => a + b, 0) }];
      } catch {
        return [];
      }
    });
  const family = new Set([process.pid]);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  return processes.reduce((sum, { pid, jiffies }) => (family.has(pid) ? sum + jiffies / HZ : sum), 0);
}

/**
 * Watches what the rest of the machine does: calling the function that it returns gives the part of one core that
 * other processes used since, or 0 where nobody can tell.
 */
export function watchOthers(): () => number {
  const start = busy();
  return () => {
    const end = busy();
    if (!start || !end) return 0;
    const work = end.all - start.all - (end.own - start.own);
    return Math.max(0, work) / Math.max(0.01, end.at - start.at);
  };
}
