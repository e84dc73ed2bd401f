import { eachWithProducers, type Instruction } from "./instruction.ts";
import { type PipelineRow, type PipelineRun, stay } from "./timeline.ts";

export interface OutOfOrderOptions {
  /** instructions fetched, renamed and committed in a cycle, at most; 4 unless given */
  width?: number;
  /** instructions between renaming and commit, at most; 32 unless given */
  window?: number;
  /** instructions of each kind that may begin to execute in a cycle: arithmetic (branches too), multiplications, memory */
  ports?: Partial<Record<Port, number>>;
  /** cycles from the beginning of execution until others can use the result; those not given are those of `LATENCY` */
  latency?: Partial<Record<Latency, number>>;
}

type Port = "alu" | "multiply" | "memory";
type Latency = Instruction["kind"] | "miss";

const PORTS: Record<Port, number> = { alu: 4, multiply: 1, memory: 2 };
const LATENCY: Record<Latency, number> = { alu: 1, multiply: 3, load: 4, store: 1, branch: 1, miss: 20 };

const STAGES: PipelineRun["stages"] = [
  ["F", "fetch"],
  ["R", "rename"],
  ["X", "execute"],
  ["C", "commit"],
];

/** Where an instruction of the trace is; a cycle is 0 until it is known. */
interface Progress {
  fetch: number;
  rename: number;
  execute: number;
  /** last cycle of its execution */
  done: number;
  commit: number;
}

/**
 * A core that executes out of order: fetch and rename in order, execute when the operands are there and a unit is
 * free (the oldest first), commit in order. An instruction takes a place in the window from its renaming to its commit. Registers
 * never run out, every unit is pipelined, and loads never wait for stores.
 */
export function outOfOrder(
  trace: readonly Instruction[],
  { width = 4, window = 32, ports, latency }: OutOfOrderOptions = {},
): PipelineRun {
  const units = { ...PORTS, ...ports };
  const takes = { ...LATENCY, ...latency };
  const cyclesOf = ({ kind, miss }: Instruction) => takes[miss ? "miss" : kind];
  const needs = producersOf(trace);
  const all = trace.map((): Progress => ({ fetch: 0, rename: 0, execute: 0, done: 0, commit: 0 }));
  const lost = new Map<number, { from: number; to: number; count: number }>();
  let [fetched, renamed, committed] = [0, 0, 0];

  for (let cycle = 1; committed < all.length; ++cycle) {
    const inWindow = renamed - committed;
    const wasCommitted = committed;
    while (committed < renamed && committed < wasCommitted + width && before(all[committed].done, cycle))
      all[committed++].commit = cycle;

    const free = { ...units };
    for (let i = committed; i < renamed; ++i) {
      const port = portOf(trace[i]);
      const operands = needs[i].every((from) => before(all[from].done, cycle));
      if (all[i].execute > 0 || free[port] === 0 || !operands) continue;
      --free[port];
      all[i].execute = cycle;
      all[i].done = cycle + cyclesOf(trace[i]) - 1;
    }

    const wasRenamed = renamed;
    const places = Math.min(width, window - inWindow);
    while (renamed < wasRenamed + places && before(all[renamed]?.fetch ?? 0, cycle))
      all[renamed++].rename = cycle;

    const wasFetched = fetched;
    const room = width - (wasFetched - renamed);
    while (fetched < all.length && fetched < wasFetched + room && onRightPath(fetched, cycle))
      all[fetched++].fetch = cycle;
    if (trace[fetched - 1]?.wrong) countLost(fetched - 1, cycle, room - (fetched - wasFetched));
  }
  return {
    stages: STAGES,
    rows: trace.flatMap((instruction, i) => rowsOf(instruction, all[i], i)),
    instructions: trace.length,
    cycles: all.at(-1)?.commit ?? 0,
    lost: [...lost.values()].reduce((sum, { count }) => sum + count, 0),
  };

  /** Behind a branch that was guessed wrong, fetch goes on the cycle after it is known. */
  function onRightPath(i: number, cycle: number): boolean {
    return i === 0 || !trace[i - 1].wrong || before(all[i - 1].done, cycle);
  }

  /** While a wrong guess stands, fetch goes on as fast as before, down the wrong path, until the window is full of it. */
  function countLost(branch: number, cycle: number, slots: number): void {
    if (before(all[branch].done, cycle)) return;
    const path = lost.get(branch) ?? { from: cycle, to: cycle, count: 0 };
    const most = window + width - (fetched - committed);
    path.count = Math.min(most, path.count + (path.count === 0 && slots < width ? slots : width));
    if (path.count === 0) return;
    path.to = cycle;
    lost.set(branch, path);
  }

  function rowsOf({ text }: Instruction, progress: Progress, i: number): PipelineRow[] {
    const { fetch, rename, execute, done, commit } = progress;
    const late = needs[i].filter((from) => all[from].done > rename).sort((a, b) => all[b].done - all[a].done);
    const why =
      late.length === 0 ? "waits for a free unit" : `waits in the window for ${trace[late[0]].text}`;
    const row: PipelineRow = {
      text,
      lost: false,
      stays: [
        ...stay(fetch, fetch, "F", "work", "is fetched"),
        ...stay(fetch + 1, rename - 1, "F", "wait", "is fetched and waits for a place in the window"),
        ...stay(rename, rename, "R", "work", "is renamed and enters the window"),
        ...stay(rename + 1, execute - 1, "R", "wait", why),
        ...stay(execute, done, "X", "work", "executes"),
        ...stay(done + 1, commit - 1, "X", "wait", "is done and waits for older ones to commit"),
        ...stay(commit, commit, "C", "work", "commits"),
      ],
    };
    const path = lost.get(i);
    if (path === undefined) return [row];
    const says = "is fetched on a wrong guess";
    return [
      row,
      { text: `wrong path (${path.count})`, lost: true, stays: stay(path.from, path.to, "F", "lost", says) },
    ];
  }
}

/** Has it happened, and before this cycle? */
function before(happened: number, cycle: number): boolean {
  return happened > 0 && happened < cycle;
}

function portOf({ kind }: Instruction): Port {
  if (kind === "multiply") return "multiply";
  return kind === "load" || kind === "store" ? "memory" : "alu";
}

/** For each instruction those whose results it needs: renaming leaves no other reason to wait for one another. */
function producersOf(trace: readonly Instruction[]): number[][] {
  const needs: number[][] = [];
  eachWithProducers(trace, (i, producer) => {
    const { reads, stores } = trace[i];
    const registers = stores === null ? reads : [...reads, stores];
    needs.push([...new Set(registers.map(producer).filter((from) => from !== null))]);
  });
  return needs;
}
