import { describe, expect, test } from "vitest";
import {
  type OutOfOrderOptions,
  outOfOrder,
  type PipelineRun,
  parseTrace,
} from "../../src/simulate/index.ts";

/** Cycles before the first instruction executes (fetch, rename), and after the last one (commit). */
const AROUND = 3;

const run = (lines: string[], options?: OutOfOrderOptions) =>
  outOfOrder(parseTrace(lines.join("\n")), options);
const times = (n: number, line: (i: number) => string) => Array.from({ length: n }, (_, i) => line(i));
const independent = (n: number) => times(n, (i) => `add r${i % 20}, r30, r31`);
const chain = (n: number) => times(n, () => "add r1, r1, r2");
const executes = ({ rows }: PipelineRun) =>
  rows.map(({ stays }) => stays.find(({ stage, kind }) => stage === "X" && kind === "work")?.from ?? 0);

describe("a core that executes out of order", () => {
  test.each([1, 2, 4])("takes n / width cycles for independent instructions, width %i", (width) => {
    const { cycles } = run(independent(40), { width, ports: { alu: width } });
    expect(cycles).toBe(40 / width + AROUND);
  });

  test("takes n times the latency for a chain, whatever its width", () => {
    for (const width of [1, 8])
      for (const latency of [1, 3, 5])
        expect(run(chain(12), { width, window: 64, latency: { alu: latency } }).cycles).toBe(
          12 * latency + AROUND,
        );
  });

  test("divides the time of a chain by the number of chains until the units are full", () => {
    // 48 multiplications of 4 cycles, one begun a cycle: 48 * 4 / chains, but never less than 48
    const cycles = (chains: number) => {
      const lines = times(48, (i) => `mul r${i % chains}, r${i % chains}, r30`);
      return run(lines, { width: 8, window: 64, latency: { multiply: 4 } }).cycles;
    };
    expect(cycles(1)).toBe(48 * 4 + AROUND);
    expect(cycles(2)).toBe(24 * 4 + 1 + AROUND); // the second chain begins a cycle later
    expect(cycles(4)).toBe(12 * 4 + 3 + AROUND);
    expect(cycles(8)).toBe(47 + 4 + AROUND);
    expect(cycles(16)).toBe(cycles(8));
  });

  test("begins no more than it has units", () => {
    expect(run(independent(24), { width: 8, ports: { alu: 2 } }).cycles).toBe(24 / 2 + AROUND);
  });

  test("lets later instructions pass one that waits, and commits them in order", () => {
    const passed = run(["lw r1, 0(r2) # miss", "add r3, r1, r4", "add r5, r6, r7"], {
      latency: { miss: 10 },
    });
    expect(executes(passed)).toEqual([3, 13, 3]);
    expect(passed.rows.map(({ stays }) => stays.at(-1)?.from)).toEqual([13, 14, 14]);
  });

  test("is not held up by the name of a register: only by values", () => {
    // the second sum overwrites r1, which the first still waits to read
    const renamed = run(["lw r1, 0(r2) # miss", "add r3, r1, r4", "add r1, r6, r7", "add r8, r1, r7"]);
    expect(executes(renamed)).toEqual([3, 23, 3, 4]);
  });
});

describe("the window", () => {
  /** Two misses with so many sums between them. */
  const misses = (between: number) => [
    "lw r1, 0(r21) # miss",
    ...independent(between),
    "lw r2, 0(r22) # miss",
  ];
  const latency = { miss: 100 };
  const settings = { width: 4, window: 16, latency };

  test("overlaps two misses if it holds both, and else makes the second wait for the first", () => {
    const together = run(misses(14), settings).cycles;
    const apart = run(misses(15), settings).cycles;
    expect(together).toBeLessThan(100 + 10);
    expect(apart).toBeGreaterThan(2 * 100);
  });

  test("bounds the rate of long loads by its size over their stay: Little's law", () => {
    // each takes its place from its renaming to its commit: one cycle, the latency, one cycle
    const loads = (n: number) => times(n, (i) => `lw r${i % 20}, 0(r30) # miss`);
    for (const window of [2, 4, 8]) {
      const options = { width: 4, window, ports: { memory: 4 }, latency: { miss: 50 } };
      const [few, many] = [run(loads(80), options).cycles, run(loads(160), options).cycles];
      expect((many - few) / 80).toBeCloseTo((50 + 2) / window, 1);
    }
  });

  test("does nothing for a chain of misses", () => {
    const links = times(5, () => "lw r1, 0(r1) # miss");
    expect(run(links, { window: 64, latency }).cycles).toBe(5 * 100 + AROUND);
    expect(run(links, { window: 2, latency }).cycles).toBeGreaterThanOrEqual(5 * 100 + AROUND);
  });
});

describe("a wrong guess", () => {
  test("restarts fetch the cycle after the branch has executed", () => {
    const { rows } = run(["beq r1, r2 # wrong", "add r3, r4, r5"]);
    expect(rows.map(({ stays }) => stays[0].from)).toEqual([1, 1, 4]);
  });

  test("costs more if the branch waits for a load, and then the wider core throws more away", () => {
    const program = ["lw r1, 0(r2) # miss", "beq r1, r2 # wrong", "add r3, r4, r5"];
    const [narrow, wide] = [1, 4].map((width) => run(program, { width, window: 64, latency: { miss: 10 } }));
    expect(executes(wide).at(-1)).toBeGreaterThan(10);
    expect(wide.lost).toBeGreaterThan(narrow.lost);
    // fetched from cycle 3 to cycle 13, one each
    expect(narrow.lost).toBe(11);
  });

  test("fetches no more of the wrong path than the window and the fetch stage hold", () => {
    const program = ["lw r1, 0(r2) # miss", "beq r1, r2 # wrong", "add r3, r4, r5"];
    // 8 places and 4 in fetch; the branch holds one, the load has left when it executes
    expect(run(program, { width: 4, window: 8, latency: { miss: 1000 } }).lost).toBe(8 + 4 - 1);
  });
});
