import { eachWithProducers, type Instruction, type Producers } from "./instruction.ts";
import { type PipelineRow, type PipelineRun, stay } from "./timeline.ts";

export interface FiveStageOptions {
  /** results go straight from where they are made to where they are needed, not by way of the registers; true unless given */
  forwarding?: boolean;
  /** stage in which a branch knows its outcome; execute unless given */
  branchesIn?: "decode" | "execute" | "memory";
  /** cycles that a multiplication keeps the only arithmetic unit; 1 unless given */
  multiply?: number;
  /** cycles that a load which misses keeps the memory stage; 10 unless given */
  miss?: number;
}

const STAGES: PipelineRun["stages"] = [
  ["F", "fetch"],
  ["D", "decode"],
  ["X", "execute"],
  ["M", "memory"],
  ["W", "write back"],
];

/** First cycle of an instruction in each stage; what held it up where it could have come earlier. */
interface Times {
  fetch: number;
  decode: number;
  execute: number;
  memory: number;
  write: number;
  why: string | null;
}

/**
 * The classic pipeline in order: fetch, decode, execute, memory, write back, each for one instruction at a time
 * (Hennessy and Patterson, "Computer Architecture: A Quantitative Approach", appendix "Pipelining: Basic and Intermediate
 * Concepts"). Registers are written in the first half of a cycle and read, in decode, in its second. Caches hit unless
 * the trace says otherwise, and instructions are always at hand.
 */
export function fiveStage(
  trace: readonly Instruction[],
  { forwarding = true, branchesIn = "execute", multiply = 1, miss = 10 }: FiveStageOptions = {},
): PipelineRun {
  const times: Times[] = [];
  const rows: PipelineRow[] = [];
  const inExecute = ({ kind }: Instruction) => (kind === "multiply" ? multiply : 1);
  const inMemory = (instruction: Instruction) => (instruction.miss ? miss : 1);

  /** The first cycle in which instruction i may execute, and the register it waits for, as far as values decide. */
  const ready = (i: number, producer: Producers) => {
    const { reads, stores, kind } = trace[i];
    const early = kind === "branch" && branchesIn === "decode" ? 1 : 0;
    const needed = forwarding || stores === null ? reads : [...reads, stores];
    return needed.reduce<{ at: number; why: string | null }>(
      (latest, register) => {
        const from = producer(register);
        if (from === null) return latest;
        const { execute, write } = times[from];
        const made = trace[from].kind === "load" ? write : execute + inExecute(trace[from]);
        const at = forwarding ? made + early : write + 1;
        return at > latest.at ? { at, why: `waits for ${register} from ${trace[from].text}` } : latest;
      },
      { at: 0, why: null },
    );
  };

  eachWithProducers(trace, (i, producer) => {
    const before = times[i - 1] as Times | undefined;
    const guess = i > 0 && trace[i - 1].wrong;
    const fetch = before === undefined ? 1 : guess ? known(before, branchesIn) + 1 : before.decode;
    const decode = Math.max(fetch + 1, before?.execute ?? 0);
    const values = ready(i, producer);
    const execute = Math.max(decode + 1, before?.memory ?? 0, values.at);
    const memory = Math.max(execute + inExecute(trace[i]), before?.write ?? 0);
    const write = memory + inMemory(trace[i]);
    const why = values.at === execute && execute > decode + 1 ? values.why : null;
    times.push({ fetch, decode, execute, memory, write, why });
    rows.push(rowOf(trace[i], times[i], memory - execute - inExecute(trace[i]), decode - fetch - 1));
    if (trace[i].wrong) rows.push(...lostRows(times[i], known(times[i], branchesIn)));
  });
  return {
    stages: STAGES,
    rows,
    instructions: trace.length,
    cycles: times.at(-1)?.write ?? 0,
    lost: rows.filter(({ lost }) => lost).length,
  };
}

/** The last cycle of the stage that knows the outcome of a branch. */
function known({ execute, memory }: Times, branchesIn: FiveStageOptions["branchesIn"]): number {
  return branchesIn === "decode" ? execute - 1 : branchesIn === "memory" ? memory : memory - 1;
}

function rowOf({ text }: Instruction, times: Times, afterExecute: number, inFetch: number): PipelineRow {
  const { fetch, decode, execute, memory, write, why } = times;
  return {
    text,
    lost: false,
    stays: [
      ...stay(fetch, fetch, "F", "work", "is fetched"),
      ...stay(fetch + 1, fetch + inFetch, "F", "wait", "is fetched and waits for the stage ahead"),
      ...stay(decode, decode, "D", "work", "is decoded and reads its registers"),
      ...stay(decode + 1, execute - 1, "D", "wait", why ?? "waits for the stage ahead"),
      ...stay(execute, memory - 1 - afterExecute, "X", "work", "executes"),
      ...stay(memory - afterExecute, memory - 1, "X", "wait", "has executed and waits for the stage ahead"),
      ...stay(
        memory,
        write - 1,
        "M",
        "work",
        write - memory > 1 ? "waits for memory" : "has its turn at memory",
      ),
      ...stay(write, write, "W", "work", "writes its result back"),
    ],
  };
}

/** What is fetched behind a wrong guess until the branch is known, and goes no further. */
function lostRows({ decode, execute, memory }: Times, known: number): PipelineRow[] {
  const stages = [
    { letter: "F", says: "is fetched on a wrong guess" },
    { letter: "D", says: "is decoded on a wrong guess" },
    { letter: "X", says: "executes on a wrong guess" },
  ];
  // each enters a stage when the one before it leaves it
  const starts = [decode, execute, memory];
  return starts
    .filter((fetched) => fetched <= known)
    .map((_, i) => ({
      text: `wrong path ${i + 1}`,
      lost: true,
      stays: stages.flatMap(({ letter, says }, s) => {
        const from = starts[i + s] ?? Number.POSITIVE_INFINITY;
        const next = starts[i + s + 1] ?? Number.POSITIVE_INFINITY;
        return stay(from, Math.min(known, next - 1), letter, "lost", says);
      }),
    }));
}
