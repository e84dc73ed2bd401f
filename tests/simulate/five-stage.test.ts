import { describe, expect, test } from "vitest";
import { type FiveStageOptions, fiveStage, parseTrace, whatHappens } from "../../src/simulate/index.ts";

const cyclesOf = (text: string, options?: FiveStageOptions) => fiveStage(parseTrace(text), options).cycles;
/** Cycles more than the n + 4 of a pipeline that never waits. */
const stallsOf = (text: string, options?: FiveStageOptions) => {
  const { cycles, instructions } = fiveStage(parseTrace(text), options);
  return cycles - (instructions + 4);
};
const independent = (n: number) => Array.from({ length: n }, (_, i) => `add r${i + 1}, r30, r31`).join("\n");
const noForwarding = { forwarding: false };

describe("a pipeline of five stages", () => {
  test.each([1, 2, 5, 20])("takes n + 4 cycles for %i independent instructions", (n) => {
    expect(cyclesOf(independent(n))).toBe(n + 4);
    expect(cyclesOf(independent(n), noForwarding)).toBe(n + 4);
  });

  test("has nothing to do without instructions", () => {
    expect(fiveStage([])).toMatchObject({ rows: [], instructions: 0, cycles: 0, lost: 0 });
  });
});

describe("a value that the next instruction needs", () => {
  const pair = "add r1, r2, r3; sub r4, r1, r5";

  test("costs two cycles by way of the registers and none by forwarding", () => {
    expect(stallsOf(pair, noForwarding)).toBe(2);
    expect(stallsOf(pair)).toBe(0);
  });

  test("costs a cycle less for each instruction between, by way of the registers", () => {
    expect(stallsOf("add r1, r2, r3; or r9, r8, r7; sub r4, r1, r5", noForwarding)).toBe(1);
    expect(stallsOf("add r1, r2, r3; or r9, r8, r7; or r6, r8, r7; sub r4, r1, r5", noForwarding)).toBe(0);
  });

  test("costs one cycle after a load even so, and none if one instruction stands between", () => {
    expect(stallsOf("lw r1, 0(r2); sub r4, r1, r5")).toBe(1);
    expect(stallsOf("lw r1, 0(r2); or r9, r8, r7; sub r4, r1, r5")).toBe(0);
  });

  test("costs none if it is stored, for a store needs it a stage later, but one if it is an address", () => {
    expect(stallsOf("lw r1, 0(r2); sw r1, 4(r2)")).toBe(0);
    expect(stallsOf("lw r1, 0(r2); sw r3, 4(r1)")).toBe(1);
    expect(stallsOf("lw r1, 0(r2); sw r1, 4(r2)", noForwarding)).toBe(2);
  });

  test("comes from the latest instruction that wrote the register", () => {
    expect(stallsOf("lw r1, 0(r2); add r1, r3, r4; sub r5, r1, r6")).toBe(0);
  });
});

test("reordering saves the two stalls of a = b + e; c = b + f (Patterson and Hennessy, Computer Organization and Design)", () => {
  const asWritten = `lw r1, 0(r9)
    lw r2, 4(r9)
    add r3, r1, r2
    sw r3, 12(r9)
    lw r4, 8(r9)
    add r5, r1, r4
    sw r5, 16(r9)`;
  const reordered = `lw r1, 0(r9)
    lw r2, 4(r9)
    lw r4, 8(r9)
    add r3, r1, r2
    sw r3, 12(r9)
    add r5, r1, r4
    sw r5, 16(r9)`;
  expect(cyclesOf(asWritten)).toBe(13);
  expect(cyclesOf(reordered)).toBe(11);
});

describe("a wrong guess", () => {
  const program = "beq r1, r2 # wrong; add r3, r4, r5";

  test.each([
    ["decode", 1],
    ["execute", 2],
    ["memory", 3],
  ] as const)("costs what was fetched until the %s stage knows: %i", (branchesIn, lost) => {
    expect(stallsOf(program, { branchesIn })).toBe(lost);
    expect(fiveStage(parseTrace(program), { branchesIn }).lost).toBe(lost);
  });

  test("leaves no trace when the guess was right", () => {
    expect(stallsOf("beq r1, r2; add r3, r4, r5")).toBe(0);
  });

  test("waits longer for its operands if it decides in decode: one cycle for a sum, two for a load", () => {
    expect(stallsOf("add r1, r3, r4; beq r1, r2", { branchesIn: "decode" })).toBe(1);
    expect(stallsOf("lw r1, 0(r3); beq r1, r2", { branchesIn: "decode" })).toBe(2);
    expect(stallsOf("add r1, r3, r4; beq r1, r2", { branchesIn: "execute" })).toBe(0);
  });

  test("throws away what it fetched: each of the wrong path ends when the branch is known", () => {
    const { rows } = fiveStage(parseTrace(program), { branchesIn: "memory" });
    const lost = rows.filter((row) => row.lost);
    expect(lost.map(({ stays }) => stays.map(({ stage }) => stage).join(""))).toEqual(["FDX", "FD", "F"]);
    expect(new Set(lost.map(({ stays }) => stays.at(-1)?.to))).toEqual(new Set([4]));
  });
});

describe("the loop of exercise C.1 of Hennessy and Patterson, whose branch is always guessed wrong", () => {
  const turn =
    "lw r1, 0(r2); addi r1, r1, 1; sw r1, 0(r2); addi r2, r2, 4; sub r4, r3, r2; bne r4, r0 # wrong;";

  test("takes 17 cycles a turn, and 18 the last one, without forwarding", () => {
    const options = { forwarding: false, branchesIn: "memory" } as const;
    for (const turns of [1, 2, 99]) expect(cyclesOf(turn.repeat(turns), options)).toBe(17 * (turns - 1) + 18);
  });

  test("takes 9 a turn, and 12 the last one, with forwarding and branches in decode", () => {
    for (const turns of [1, 2, 99])
      expect(cyclesOf(turn.repeat(turns), { branchesIn: "decode" })).toBe(9 * (turns - 1) + 12);
  });
});

describe("a stage that takes longer", () => {
  test("holds up all behind it, whether they need its result or not", () => {
    expect(stallsOf(`lw r1, 0(r2) # miss; ${independent(5).replaceAll("\n", ";")}`, { miss: 10 })).toBe(9);
    expect(stallsOf(`mul r9, r30, r31; ${independent(5).replaceAll("\n", ";")}`, { multiply: 4 })).toBe(3);
  });

  test("adds up: two misses in a row take twice as long as one", () => {
    expect(stallsOf("lw r1, 0(r2) # miss; lw r3, 0(r4) # miss", { miss: 10 })).toBe(18);
  });
});

describe("every run", () => {
  const mixed = `lw r1, 0(r2) # miss
    mul r3, r1, r1
    add r4, r3, r1
    bne r4, r1 # wrong
    sw r4, 0(r2)
    add r5, r4, r4`;

  test.each([
    { forwarding: false },
    { multiply: 3 },
    { branchesIn: "memory" },
    { branchesIn: "decode", multiply: 2, miss: 4 },
  ] as const)("keeps a stage for one instruction at a time, without a gap in any row: %o", (options) => {
    const { rows, cycles } = fiveStage(parseTrace(mixed), options);
    const taken = new Set<string>();
    for (const { stays } of rows) {
      for (const [i, { from, to, stage }] of stays.entries()) {
        if (i > 0) expect(from).toBe(stays[i - 1].to + 1);
        for (let cycle = from; cycle <= to; ++cycle) {
          expect(taken).not.toContain(`${stage}${cycle}`);
          taken.add(`${stage}${cycle}`);
        }
      }
    }
    expect(Math.max(...rows.flatMap(({ stays }) => stays.map(({ to }) => to)))).toBe(cycles);
  });

  test("says what everyone does in a cycle, and for whom one waits", () => {
    const run = fiveStage(parseTrace("lw r1, 0(r2); add r3, r1, r4"));
    expect(whatHappens(run, 4)).toEqual([
      "lw r1, 0(r2) has its turn at memory",
      "add r3, r1, r4 waits for r1 from lw r1, 0(r2)",
    ]);
    expect(whatHappens(run, 99)).toEqual([]);
  });
});
