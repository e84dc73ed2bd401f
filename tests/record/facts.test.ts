import { describe, expect, it } from "vitest";
import { compute } from "../../src/checks/numbers/arithmetic.ts";
import { numberProblems } from "../../src/checks/numbers/fact-numbers.ts";

describe("arithmetic", () => {
  it.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["8 / 4 / 2", 1],
    ["10 - 4 - 3", 3],
    ["-2 * -(3 - 1)", 4],
    ["(3.53 - (0.81 + 0.54) / 2) / 0.5", 5.71],
  ])("%s is %d", (expression, value) => {
    expect(compute(expression).value).toBeCloseTo(value, 9);
  });

  it("tells the numbers that stand in it", () => {
    expect(compute("(3.53 - 0.5) * 2").numbers).toEqual([3.53, 0.5, 2]);
  });

  it.each([
    ["", 1],
    ["1 +", 4],
    ["(1", 3],
    ["1 2", 3],
    ["process.exit()", 1],
    ["1 + x", 5],
  ])("%s is refused with the place", (expression, character) => {
    expect(() => compute(expression)).toThrow(
      new SyntaxError(`“${expression}” is no arithmetic at character ${character}`),
    );
  });
});

describe("a fact that was measured natively", () => {
  const file = "notebooks/loops/native/one.txt";
  const text = `date      2026-11-20
cpu       AMD EPYC, 2 cores
kernel    Linux 6.18

$ cc -O2 one.c
$ ./a.out 9.99
random   3.56 ns
sorted   0.60 ns
counted  5,241,888 misses
`;
  const source = { kind: "measured" as const, machine: "", command: "", file, date: "2026-11-20" };
  const problems = (value: number | [number, number], rest: object = {}) =>
    numberProblems({ value }, { ...source, ...rest }, text).map(([what]) => what);

  it("stands in its file, however it is written there", () => {
    expect(problems(3.56)).toEqual([]);
    expect(problems(0.6)).toEqual([]);
    expect(problems(5241888)).toEqual([]);
    expect(problems([0.6, 3.56])).toEqual([]);
  });

  it("is refused if it does not: neither the head of the file nor a command counts", () => {
    expect(problems(3.57)).toEqual([`the number 3.57 does not stand in ${file}`]);
    expect(problems(6.18)).toHaveLength(1);
    expect(problems(9.99)).toHaveLength(1);
    expect(problems([0.6, 3.57])).toHaveLength(1);
  });

  it("may follow from numbers of the file", () => {
    expect(problems(2.96, { derived: "3.56 - 0.60" })).toEqual([]);
    expect(problems(5.9, { derived: "3.56 / 0.60" })).toEqual([]);
    expect(problems(6.2, { derived: "3.56 / 0.60" })).toEqual(["3.56 / 0.60 is 5.93333, not 6.2"]);
    expect(problems(2.91, { derived: "3.51 - 0.60" })).toEqual([`the number 3.51 does not stand in ${file}`]);
    expect(problems(2.96, { derived: "3.56 minus 0.60" })).toEqual([
      "“3.56 minus 0.60” is no arithmetic at character 6",
    ]);
  });

  it("must be looked at again when its file was recorded on another day", () => {
    expect(problems(3.56, { date: "2026-11-19" })).toEqual([
      "it is of 2026-11-19, and its source was recorded on 2026-11-20",
    ]);
  });

  it("needs raw output with facts of the machine", () => {
    expect(numberProblems({ value: 1 }, source, "1 ns\n").map(([what]) => what)).toEqual([
      `${file} is no raw output: the line “date” is missing at its beginning`,
    ]);
  });
});
